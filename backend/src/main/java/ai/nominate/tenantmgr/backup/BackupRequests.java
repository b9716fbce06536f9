package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers requests about backups. Runs carry out what takes long. */
@ApplicationScoped
class BackupRequests {
    private final TenantRegistry tenants;
    private final Backups backups;
    private final BackupQueue queue;
    private final BackupList list;
    private final Audit audit;
    private final Clock clock;

    BackupRequests(
            TenantRegistry tenants, Backups backups, BackupQueue queue, BackupList list, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.backups = backups;
        this.queue = queue;
        this.list = list;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<ai.nominate.tenantmgr.web.PageView<BackupView>> ofTenant(
            String tenant, BackupParameters parameters, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor))
                .flatMap(found -> list.page(BackupQuery.of(parameters, Optional.of(found.id()), actor)));
    }

    Uni<AcceptedBackup> take(String tenant, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                        .flatMap(found -> queue.queue(found, BackupReason.MANUAL, null, actor)
                                .call(accepted -> audit.record(
                                        actor,
                                        Change.created(
                                                "backup.create",
                                                found.slug().value(),
                                                found.id(),
                                                Map.of(
                                                        "backupId",
                                                        accepted.backupId().toString()))))))
                .invoke(accepted -> queue.wake());
    }

    Uni<BackupView> get(String id, Actor actor) {
        return Panache.withSession(() -> backups.row(id, actor).flatMap(BackupList::view));
    }

    /** Marks it: its files stay for a while. */
    Uni<BackupView> delete(String id, Actor actor) {
        return change(id, "backup.delete", actor, row -> {
            requireFiles(row);
            if (row.held) {
                throw new ProblemException(BackupProblem.HELD, "Release it first");
            }
            row.deletedBy = actor.name();
            row.keptBecause = "";
            row.purgeAt = clock.instant().plus(Keeping.GRACE);
        });
    }

    /** Takes the mark back. */
    Uni<BackupView> keep(String id, Actor actor) {
        return change(id, "backup.keep", actor, row -> {
            requireFiles(row);
            row.deletedBy = null;
            row.purgeAt = null;
        });
    }

    Uni<BackupView> hold(String id, boolean held, Actor actor) {
        return change(id, held ? "backup.hold" : "backup.release", actor, row -> {
            requireFiles(row);
            row.held = held;
            if (held) {
                row.deletedBy = null;
                row.purgeAt = null;
            }
        });
    }

    private static void requireFiles(BackupRow row) {
        if (!row.state.equals(BackupState.COMPLETE.id())) {
            throw new ProblemException(BackupProblem.NOT_COMPLETE, "It is " + row.state);
        }
    }

    private Uni<BackupView> change(String id, String action, Actor actor, Consumer<BackupRow> change) {
        return Panache.withTransaction(() -> backups.row(id, actor)
                .flatMap(row -> backups.change(row.id, change)
                        .call(done -> audit.record(
                                actor,
                                Change.created(action, row.slug, row.tenantId, Map.of("backupId", row.id.toString()))))
                        .flatMap(done -> BackupList.view(row))));
    }
}
