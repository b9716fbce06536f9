package ai.nominate.tenantmgr.restore;

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

@Path("/api/tenants/{id}/restores")
@Tag(name = "Backups")
class TenantRestoreResource {
    private final Restores restores;
    private final Caller caller;

    TenantRestoreResource(Restores restores, Caller caller) {
        this.restores = restores;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listRestores",
            summary = "List the restores of a tenant, newest first",
            description = "With the time until which the last one can be undone.")
    public Uni<PageView<RestoreView>> list(String id) {
        return restores.list(id, caller.actor());
    }

    @POST
    @Path("/{run}/undo")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "undoRestore",
            summary = "Undo a restore",
            description =
                    "A run of kind restore-undo: database, files and release of before the restore take their places"
                            + " again, after a backup of what was done since.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedRestore.class)))
    @APIResponse(responseCode = "409", description = "restore.no-way-back: The restore cannot be undone any more")
    public Uni<AcceptedRestore> undo(String id, @Parameter(description = "Run of the restore") @RestPath String run) {
        return restores.undo(id, run, caller.actor());
    }
}
