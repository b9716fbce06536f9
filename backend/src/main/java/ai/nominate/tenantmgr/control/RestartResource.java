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

@Path("/api/tenants/{id}/restart")
@Tag(name = "Services")
class RestartResource {
    private final ServiceOrders orders;
    private final Caller caller;

    RestartResource(ServiceOrders orders, Caller caller) {
        this.orders = orders;
        this.caller = caller;
    }

    @POST
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "restartTenant",
            summary = "Restart a tenant",
            description = "Visitors get the maintenance page meanwhile; a deployment avoids that.")
    @APIResponse(
            responseCode = "200",
            description = "The tenant was restarted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ServicesReport.class)))
    @APIResponse(responseCode = "409", description = "service.did-not-start: A service did not start")
    public ServicesReport restart(String id) {
        return orders.restart(id, caller.actor());
    }
}
