package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.storage.BackupStorage;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A backup that is being taken.
 *
 * @param directory of what is not complete yet; on the disk of the backups
 * @param log takes sentences for people
 */
record Work(
        UUID id,
        TenantSnapshot tenant,
        String reason,
        Instant createdAt,
        BackupStorage storage,
        String place,
        Path directory,
        RunScope scope,
        Consumer<String> log) {
    static final String UNFINISHED = ".unfinished";
}
