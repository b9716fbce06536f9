package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/tenants/{id}/rollback")
@Tag(name = "Deployments")
class RollbackResource {
    private final Rollbacks rollbacks;
    private final Caller caller;

    RollbackResource(Rollbacks rollbacks, Caller caller) {
        this.rollbacks = rollbacks;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "rollback",
            summary = "Roll back to an earlier release",
            description =
                    "Starts the earlier release with its own configuration and switches traffic once it is healthy. A second "
                            + "rollback returns to the newer release. Data is not rolled back, and the theme only on request.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "deployment.no-target: No rollback target")
    public Uni<AcceptedDeployment> rollback(String id, RollbackRequest request) {
        return rollbacks.rollback(id, request, caller.actor());
    }
}
