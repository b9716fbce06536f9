package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.backup.storage.BackupStorage;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A backup that is being taken.
 *
 * @param directory of what is not complete yet; on the disk of the backups
 * @param limit time that the dump may take
 * @param log takes sentences for people
 */
public record Work(
        UUID id,
        TenantSnapshot tenant,
        String reason,
        Instant createdAt,
        BackupStorage storage,
        String place,
        Path directory,
        RunScope scope,
        BackupKeys keys,
        Duration limit,
        Consumer<String> log) {
    /** The end of the name of its directory. */
    public static final String UNFINISHED = ".unfinished";
}
