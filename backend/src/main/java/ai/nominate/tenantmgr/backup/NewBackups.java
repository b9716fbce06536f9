package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Begins backups. Every method runs in the caller's transaction. */
@ApplicationScoped
class NewBackups {
    private final Backups backups;
    private final Clock clock;

    NewBackups(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    /** The backup that an earlier manager has begun in the same run, else a new one. */
    Uni<BackupRow> again(TenantSnapshot tenant, BackupReason reason, String by, UUID run, String storage) {
        return Backups.ofRun(run, reason)
                .flatMap(found -> found != null && found.state.equals(BackupState.RUNNING.id())
                        ? Uni.createFrom().item(found)
                        : begin(tenant, reason, by, run, storage, null));
    }

    /** @param slot of the schedule; null for none */
    Uni<BackupRow> begin(
            TenantSnapshot tenant, BackupReason reason, String by, UUID run, String storage, Instant slot) {
        BackupRow row = new BackupRow();
        row.id = Uuid7.next();
        row.tenantId = tenant.id();
        row.slug = tenant.slug().value();
        row.serverId = tenant.server();
        row.runId = run;
        row.state = BackupState.RUNNING.id();
        row.reason = reason.id();
        row.requestedBy = by;
        row.createdAt = clock.instant();
        row.storage = storage;
        row.place = tenant.id() + "/" + row.id;
        row.keptBecause = "";
        row.slotAt = slot;
        return backups.insert(row);
    }
}
