package ai.nominate.tenantmgr.backup.keys;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/backups/keys")
@Tag(name = "Backups")
class BackupKeysResource {
    private static final String GONE = "backup.recovery-key-gone: The recovery key was handed out";

    private final RecoveryKey recovery;
    private final Caller caller;

    BackupKeysResource(RecoveryKey recovery, Caller caller) {
        this.recovery = recovery;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(operationId = "getBackupKeys", summary = "Get the public halves of the keys of backups")
    public Uni<KeysView> keys() {
        return recovery.keys();
    }

    @POST
    @Path("/recovery")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "showRecoveryKey",
            summary = "Get the private half of the recovery key",
            description =
                    "Without this installation, backups can be opened only with it: keep it elsewhere. Answered until it is acknowledged; "
                            + "then it is not here any more. Audited.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RecoveryIdentity.class)))
    @APIResponse(responseCode = "409", description = GONE)
    public Uni<RecoveryIdentity> show() {
        return recovery.show(caller.actor());
    }

    @POST
    @Path("/recovery/acknowledge")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "acknowledgeRecoveryKey",
            summary = "Confirm that the recovery key is kept elsewhere",
            description = "Removes its private half here, for good. Audited. Without an effect if it was removed before.")
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = KeysView.class)))
    public Uni<KeysView> acknowledge() {
        return recovery.acknowledge(caller.actor());
    }
}
