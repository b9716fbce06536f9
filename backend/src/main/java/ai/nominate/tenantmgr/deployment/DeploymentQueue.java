package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.job.Jobs;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import ai.nominate.tenantmgr.web.SqlFailure;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Takes an order for a run: the row, its steps, its job and the tenant's new state in one transaction, or none of them. */
@ApplicationScoped
class DeploymentQueue {
    private static final String ONE_ACTIVE = "deployment_one_active";

    private final TenantRegistry tenants;
    private final Jobs jobs;
    private final StepPlan plan;
    private final Audit audit;
    private final DeploymentEvents events;
    private final Clock clock;

    DeploymentQueue(
            TenantRegistry tenants, Jobs jobs, StepPlan plan, Audit audit, DeploymentEvents events, Clock clock) {
        this.tenants = tenants;
        this.jobs = jobs;
        this.plan = plan;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param order says what is wanted of the tenant, or refuses; called when nothing else is under way
     * @throws ProblemException {@link DeploymentProblem#RUNNING} with the id of the one that is under way
     */
    Uni<AcceptedDeployment> accept(String tenant, Actor actor, Function<TenantSnapshot, Uni<Deployment>> order) {
        return Panache.withTransaction(() -> tenants.take(tenant, actor)
                        .flatMap(found -> Deployment.active(found.id())
                                .flatMap(running -> running == null
                                        ? order.apply(found).flatMap(row -> insert(found, row, actor))
                                        : Uni.createFrom().failure(alreadyRunning(running.id)))))
                .onFailure(DeploymentQueue::mayBeSecond)
                .recoverWithUni(e -> refuseSecond(tenant, actor, e))
                .invoke(accepted -> jobs.wake());
    }

    /** Another request was faster: it moved the tenant, or its row is there already. */
    private static boolean mayBeSecond(Throwable e) {
        return SqlFailure.violates(e, ONE_ACTIVE)
                || e instanceof ProblemException refused && refused.problem() == TenantProblem.WRONG_STATE;
    }

    private Uni<AcceptedDeployment> refuseSecond(String tenant, Actor actor, Throwable e) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found -> Deployment.active(found.id()))
                .flatMap(running -> Uni.createFrom().failure(running == null ? e : alreadyRunning(running.id))));
    }

    private Uni<AcceptedDeployment> insert(TenantSnapshot tenant, Deployment row, Actor actor) {
        row.id = Uuid7.next();
        row.tenantId = tenant.id();
        row.tenantSlug = tenant.slug().value();
        row.serverId = 1;
        row.status = DeploymentStatus.QUEUED.id();
        row.actor = actor.name();
        row.queuedAt = clock.instant();
        TenantStatus meanwhile = DeploymentKind.of(row.kind).meanwhile();
        return tenants.move(tenant.id(), TenantStatus.deployable(), meanwhile)
                .invoke(before -> row.tenantStatusBefore = before.id())
                .flatMap(before -> row.persist())
                .flatMap(done -> Panache.flush())
                .flatMap(done -> plan.insert(row.id, row.kind))
                .flatMap(done -> jobs.enqueue(DeploymentJob.NAME, row.id.toString()))
                .flatMap(done -> audit.record(actor, requested(tenant, row)))
                .flatMap(done -> events.queued(row))
                .replaceWith(new AcceptedDeployment(row.id));
    }

    private static Change requested(TenantSnapshot tenant, Deployment row) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("deploymentId", row.id.toString());
        switch (DeploymentKind.of(row.kind)) {
            case DEPLOY -> {
                what.put("ref", row.ref);
                what.put("reason", row.reason);
            }
            case ROLLBACK -> what.put("target", row.targetId.toString());
            case DELETE -> {
                what.put("removeFiles", row.removeFiles);
                what.put("removeDatabase", row.removeDatabase);
            }
        }
        return Change.made("tenant." + row.kind, tenant.slug().value(), tenant.id(), what);
    }

    private static ProblemException alreadyRunning(UUID running) {
        return new ProblemException(DeploymentProblem.RUNNING, "Wait for it to end, or cancel it, then try again")
                .with("deploymentId", running);
    }
}
