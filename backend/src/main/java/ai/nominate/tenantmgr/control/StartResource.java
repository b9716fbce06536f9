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

@Path("/api/tenants/{id}/start")
@Tag(name = "Services")
class StartResource {
    private final ServiceRuns runs;
    private final Caller caller;

    StartResource(ServiceRuns runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "startTenant",
            summary = "Start a stopped tenant",
            description =
                    "A run of kind start: starts the live slot with the configuration it had when it was stopped, and opens the "
                            + "site after its health check. A newer configuration is applied by a restart or a deployment.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "tenant.wrong-state: The tenant's state does not allow this")
    public Uni<AcceptedDeployment> start(String id) {
        return runs.start(id, caller.actor());
    }
}
