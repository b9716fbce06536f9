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

@Path("/api/tenants/{id}/stop")
@Tag(name = "Services")
class StopResource {
    private final ServiceRuns runs;
    private final Caller caller;

    StopResource(ServiceRuns runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "stopTenant",
            summary = "Stop a tenant",
            description =
                    "A run of kind stop: visitors get a maintenance page, running requests end, then the services stop. The page "
                            + "stays until the tenant is started or deployed.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "tenant.wrong-state: The tenant's state does not allow this")
    public Uni<AcceptedDeployment> stop(String id) {
        return runs.stop(id, caller.actor());
    }
}
