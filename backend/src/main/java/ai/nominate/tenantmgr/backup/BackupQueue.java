package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Queues backups, one at a time for each tenant. Runs in the caller's transaction, which has locked the tenant. */
@ApplicationScoped
class BackupQueue {
    private final Runs runs;
    private final NewBackups rows;
    private final Settings settings;

    BackupQueue(Runs runs, NewBackups rows, Settings settings) {
        this.runs = runs;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * @param slot of the schedule; null for none
     * @throws ProblemException if one is being taken, or the tenant is being deleted
     */
    Uni<AcceptedBackup> queue(TenantSnapshot tenant, BackupReason reason, Instant slot, Actor actor) {
        if (tenant.status() == TenantStatus.DELETING) {
            return Uni.createFrom()
                    .failure(new ProblemException(TenantProblem.WRONG_STATE, "The tenant is being deleted"));
        }
        return runs.active(tenant.id(), BackupKind.ID)
                .invoke(active -> {
                    if (!active.isEmpty()) {
                        throw new ProblemException(BackupProblem.RUNNING, "Wait until it ends, or cancel it")
                                .with("runId", active.getFirst());
                    }
                })
                .flatMap(free -> settings.get(BackupSettings.STORAGE))
                .flatMap(storage -> insert(tenant, reason, slot, actor, storage));
    }

    private Uni<AcceptedBackup> insert(
            TenantSnapshot tenant, BackupReason reason, Instant slot, Actor actor, String storage) {
        UUID run = Uuid7.next();
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        return rows.begin(tenant, reason, actor.name(), run, storage, slot)
                .call(row -> runs.queue(new NewRun(run, BackupKind.ID, tenant.server(), subject, actor, null)))
                .map(row -> new AcceptedBackup(run, row.id));
    }

    void wake() {
        runs.wake();
    }
}
