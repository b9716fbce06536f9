package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/maintenance")
@Tag(name = "Services")
class MaintenanceModeResource {
    private final MaintenanceModes modes;
    private final Caller caller;

    MaintenanceModeResource(MaintenanceModes modes, Caller caller) {
        this.modes = modes;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "beginMaintenance",
            summary = "Put a tenant into maintenance",
            description =
                    "Visitors get a page with the message, status 503 and Retry-After within a second; services go on, scheduled "
                            + "commands are skipped. Stays through deployments until it is ended, or until the given time. "
                            + "Repeat the request to change message or end.")
    @APIResponse(
            responseCode = "200",
            description = "The maintenance",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MaintenanceView.class)))
    @APIResponse(responseCode = "409", description = "tenant.wrong-state: The tenant's state does not allow this")
    public Uni<MaintenanceView> begin(String id, MaintenanceRequest maintenance) {
        return modes.begin(id, maintenance == null ? new MaintenanceRequest(null, null) : maintenance, caller.actor());
    }

    @DELETE
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "endMaintenance",
            summary = "End the maintenance of a tenant",
            description = "Visitors reach the site within a second. Does nothing if there is none.")
    @APIResponse(responseCode = "204", description = "There is no maintenance")
    public Uni<Void> end(String id) {
        return modes.end(id, caller.actor());
    }
}
