package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/tenants/{id}/restart")
@Tag(name = "Services")
class RestartResource {
    private final ServiceRuns runs;
    private final Caller caller;

    RestartResource(ServiceRuns runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "restartTenant",
            summary = "Restart a tenant with its newest configuration",
            description =
                    "A run of kind restart: the live release starts in the other slot with the newest configuration, is checked, and "
                            + "traffic is switched to it. If it fails, the live slot serves on as before.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "tenant.not-ready: The tenant's configuration is incomplete")
    public Uni<AcceptedDeployment> restart(String id) {
        return runs.restart(id, caller.actor());
    }
}
