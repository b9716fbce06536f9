package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;


import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/start")
@Tag(name = "Services")
class StartResource {
    private final ServiceOrders orders;
    private final Caller caller;

    StartResource(ServiceOrders orders, Caller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "startTenant",
            summary = "Start a stopped tenant",
            description =
                    "Returns after the services listen on their ports; else 409 with the last output lines of the "
                            + "service.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant was started",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesReport.class)))
    @APIResponse(responseCode = "409", description = "service.did-not-start: A service did not start")
    public ServicesReport start(String id) {
        return orders.start(id, caller.actor());
    }
}
