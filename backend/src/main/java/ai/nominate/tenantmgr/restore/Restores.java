package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.BackupProblem;
import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.deployment.DeploymentQueue;
import ai.nominate.tenantmgr.deployment.NewDeployment;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Accepts restores and their undo. Runs carry them out. */
@ApplicationScoped
class Restores {
    private static final String IN_PLACE = "in-place";

    private final Backups backups;
    private final TenantRegistry tenants;
    private final GoneTenants gone;
    private final DeploymentQueue queue;
    private final Vertx vertx;
    private final Clock clock;

    Restores(
            Backups backups,
            TenantRegistry tenants,
            GoneTenants gone,
            DeploymentQueue queue,
            Vertx vertx,
            Clock clock) {
        this.gone = gone;
        this.vertx = vertx;
        this.clock = clock;
        this.backups = backups;
        this.tenants = tenants;
        this.queue = queue;
    }

    /**
     * Restores the backup in the place of its tenant's data. A tenant that is gone is made anew first.
     *
     * @throws ProblemException if it is not confirmed, has no files, or another exclusive run of its tenant is active
     */
    Uni<AcceptedRestore> restore(String backup, RestoreRequest request, Actor actor) {
        Fields fields = new Fields();
        fields.required("mode", request.mode(), Restores::mode);
        fields.throwIfInvalid();
        return Panache.withSession(() -> backups.find(backup, actor))
                .invoke(found -> requireConfirmed(found, request))
                .call(found -> makeIfGone(found, actor))
                .flatMap(found -> queue.accept(
                                found.tenantId().toString(),
                                actor,
                                tenant -> Uni.createFrom().item(order(found)))
                        .map(accepted -> new AcceptedRestore(accepted.deploymentId(), found.tenantId())));
    }

    /** Only who may create tenants gets one back. */
    private Uni<Void> makeIfGone(BackupSnapshot backup, Actor actor) {
        return Panache.withSession(() -> tenants.get(backup.tenantId()))
                .replaceWithVoid()
                .onFailure(Restores::isUnknownTenant)
                .recoverWithUni(() -> {
                    if (actor.tenants().isPresent()) {
                        throw new ProblemException(
                                RequestProblem.FORBIDDEN, "A token limited to some tenants cannot create a tenant");
                    }
                    return vertx.executeBlocking(
                                    () -> {
                                        gone.make(backup, actor);
                                        return true;
                                    },
                                    false)
                            .replaceWithVoid();
                });
    }

    private static boolean isUnknownTenant(Throwable e) {
        return e instanceof ProblemException refused && refused.problem() == TenantProblem.UNKNOWN;
    }

    private static NewDeployment order(BackupSnapshot backup) {
        String id = backup.id().toString();
        return NewDeployment.change(
                RestoreKind.ID, id, Map.of(), Map.of("backupId", id, "mode", IN_PLACE, "takenAt", backup.createdAt().toString()));
    }

    private static void requireConfirmed(BackupSnapshot backup, RestoreRequest request) {
        if (!backup.isComplete()) {
            throw new ProblemException(BackupProblem.NOT_COMPLETE, "It is " + backup.state());
        }
        if (!backup.slug().equals(request.confirm())) {
            throw new ProblemException(RestoreProblem.NOT_CONFIRMED, "Send the slug of the tenant as confirm")
                    .withError("confirm", "must be the slug of the tenant");
        }
    }

    /** @throws ProblemException {@link RestoreProblem#NO_WAY_BACK} */
    Uni<AcceptedRestore> undo(String tenant, String run, Actor actor) {
        return queue.accept(tenant, actor, found -> RestoreRow.ofTenant(found.id())
                        .map(rows -> {
                            if (rows.stream().noneMatch(row -> isUndoable(row, run))) {
                                throw new ProblemException(
                                        RestoreProblem.NO_WAY_BACK, "Restore the backup that was taken before it");
                            }
                            return NewDeployment.change(UndoKind.ID, run, Map.of(), Map.of("restore", run));
                        }))
                .flatMap(accepted -> Panache.withSession(() -> tenants.get(tenant, actor))
                        .map(found -> new AcceptedRestore(accepted.deploymentId(), found.id())));
    }

    private boolean isUndoable(RestoreRow row, String run) {
        Instant until = RestoreView.of(row).undoUntil();
        return row.runId.toString().equals(run) && until != null && until.isAfter(clock.instant());
    }

    Uni<PageView<RestoreView>> list(String tenant, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                        .map(TenantSnapshot::id)
                        .flatMap(RestoreRow::ofTenant))
                .map(rows -> rows.stream().map(RestoreView::of).toList())
                .map(views -> PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size()));
    }

    private static String mode(String text) {
        if (!text.equals(IN_PLACE)) {
            throw new InvalidValue("must be in-place");
        }
        return text;
    }
}
