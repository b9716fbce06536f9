package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Queues renewals, one at a time for each tenant. Runs in the caller's transaction, which has locked the tenant. */
@ApplicationScoped
class RenewalQueue {
    private final Runs runs;

    RenewalQueue(Runs runs) {
        this.runs = runs;
    }

    /** The active renewal; null if there is none. */
    Uni<UUID> active(UUID tenant) {
        return runs.active(tenant, RenewalKind.ID).map(ids -> ids.isEmpty() ? null : ids.getFirst());
    }

    /** The last renewal; null before the first. */
    Uni<RenewalView> last(UUID tenant) {
        return runs.latest(tenant, List.of(RenewalKind.ID)).map(RenewalView::of);
    }

    /** @throws ProblemException if the tenant has no site, or a renewal of it is active */
    Uni<UUID> queue(TenantSnapshot tenant, Actor actor) {
        if (tenant.status() == TenantStatus.DELETING) {
            return Uni.createFrom()
                    .failure(new ProblemException(TenantProblem.WRONG_STATE, "The tenant is being deleted"));
        }
        if (tenant.live().isEmpty()) {
            return Uni.createFrom()
                    .failure(new ProblemException(RenewalProblem.NOT_SERVED, "Deploy it: that brings a certificate"));
        }
        UUID id = Uuid7.next();
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        return active(tenant.id())
                .flatMap(active -> active == null
                        ? runs.queue(new NewRun(id, RenewalKind.ID, tenant.server(), subject, actor, null))
                                .replaceWith(id)
                        : Uni.createFrom()
                                .failure(new ProblemException(RenewalProblem.RENEWING, "Wait until it ends")
                                        .with("runId", active)));
    }

    void wake() {
        runs.wake();
    }
}
