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

@Path("/api/tenants/{id}/stop")
@Tag(name = "Services")
class StopResource {
    private final ServiceOrders orders;
    private final Caller caller;

    StopResource(ServiceOrders orders, Caller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "stopTenant",
            summary = "Stop a tenant",
            description = "Visitors get a maintenance page until the tenant is started or deployed.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant was stopped",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesReport.class)))
    @APIResponse(responseCode = "409", description = "tenant.wrong-state: The tenant's state does not allow this")
    public ServicesReport stop(String id) {
        return orders.stop(id, caller.actor());
    }
}
