package ai.nominate.tenantmgr.backup;

import java.time.Instant;
import java.util.UUID;

/**
 * A backup, for other packages.
 *
 * @param server number of the server whose manager took it; local files are on its machine
 * @param place where its files are in the storage
 */
public record BackupSnapshot(
        UUID id,
        UUID tenantId,
        String slug,
        short server,
        String state,
        String reason,
        Instant createdAt,
        String storage,
        String place) {
    static BackupSnapshot of(BackupRow row) {
        return new BackupSnapshot(
                row.id,
                row.tenantId,
                row.slug,
                row.serverId,
                row.state,
                row.reason,
                row.createdAt,
                row.storage,
                row.place);
    }

    public boolean isComplete() {
        return state.equals(BackupState.COMPLETE.id());
    }
}
