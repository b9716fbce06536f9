package ai.nominate.tenantmgr.deployment;

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

@Path("/api/tenants/{id}/deploy")
@Tag(name = "Deployments")
class DeployResource {
    private final Deployments deployments;
    private final Caller caller;

    DeployResource(Deployments deployments, Caller caller) {
        this.deployments = deployments;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deploy",
            summary = "Deploy a tenant",
            description =
                    "Accepted immediately and run in the background. One deployment per tenant at a time: a second "
                            + "request is refused with the id of the running one.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "deployment.running: A deployment of this tenant is in progress")
    @APIResponse(
            responseCode = "422",
            description = "deployment.no-source: No source is configured for the core application")
    public Uni<AcceptedDeployment> deploy(String id, DeployRequest request) {
        return deployments.deploy(id, request, caller.actor());
    }
}
