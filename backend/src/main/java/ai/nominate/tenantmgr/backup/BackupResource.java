package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/backups")
@DescribesId("Backup id")
@Tag(name = "Backups", description = "Backups of tenants, which outlive them")
class BackupResource {
    private static final String UNKNOWN = "backup.unknown: There is no such backup";
    private static final String NOT_COMPLETE = "backup.not-complete: The backup has no files";

    private final BackupRequests requests;
    private final BackupList list;
    private final Caller caller;

    BackupResource(BackupRequests requests, BackupList list, Caller caller) {
        this.requests = requests;
        this.list = list;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listBackups",
            summary = "List backups, the newest first",
            description =
                    "Those of deleted tenants as well. Those whose files were removed only if they are asked for.")
    public Uni<PageView<BackupView>> list(@BeanParam BackupParameters parameters) {
        return list.page(BackupQuery.of(parameters, Optional.empty(), caller.actor()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getBackup", summary = "Get a backup")
    @APIResponse(
            responseCode = "200",
            description = "The backup",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackupView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Uni<BackupView> get(String id) {
        return requests.get(id, caller.actor());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deleteBackup",
            summary = "Delete a backup",
            description = "Marks it: its files are removed after 72 hours, and until then it can be kept again.")
    @APIResponse(
            responseCode = "200",
            description = "The marked backup",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackupView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_COMPLETE + "\nbackup.held: The backup is held")
    public Uni<BackupView> delete(String id) {
        return requests.delete(id, caller.actor());
    }

    @POST
    @Path("/{id}/keep")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "keepBackup",
            summary = "Take the deletion of a backup back",
            description = "From then on the retention decides about it again. Without an effect if it is not marked.")
    @APIResponse(
            responseCode = "200",
            description = "The backup",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackupView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_COMPLETE)
    public Uni<BackupView> keep(String id) {
        return requests.keep(id, caller.actor());
    }

    @POST
    @Path("/{id}/hold")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "holdBackup",
            summary = "Hold a backup",
            description = "No retention removes it, and nobody can delete it, until it is released.")
    @APIResponse(
            responseCode = "200",
            description = "The held backup",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackupView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_COMPLETE)
    public Uni<BackupView> hold(String id) {
        return requests.hold(id, true, caller.actor());
    }

    @POST
    @Path("/{id}/release")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(operationId = "releaseBackup", summary = "Release a held backup")
    @APIResponse(
            responseCode = "200",
            description = "The backup",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BackupView.class)))
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "409", description = NOT_COMPLETE)
    public Uni<BackupView> release(String id) {
        return requests.hold(id, false, caller.actor());
    }
}
