package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/tenants/{id}/commands")
@Tag(name = "Commands", description = "One-off commands of a tenant's core application")
class CommandResource {
    private final Commands commands;
    private final Caller caller;

    CommandResource(Commands commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listCommands", summary = "List the one-off commands of a tenant's live release")
    public Uni<PageView<CommandView>> list(String id) {
        return commands.list(id, caller.actor());
    }

    @POST
    @Path("/{command}")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "runCommand",
            summary = "Run a one-off command",
            description =
                    "Accepted immediately and run in the background, with the environment of the live services; follow it at "
                            + "/api/deployments/{id}. Other changes of the tenant may run beside it.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "tenant.never-deployed: The tenant has never been deployed")
    public Uni<AcceptedDeployment> run(
            String id,
            @Parameter(description = "Name of the command", example = "createsuperuser") @RestPath String command) {
        return commands.run(id, command, caller.actor());
    }
}
