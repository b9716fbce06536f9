package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Queues deployments: writes run, steps, job and the tenant's new status in one transaction. */
@ApplicationScoped
public class DeploymentQueue {
    private final TenantRegistry tenants;
    private final Runs runs;
    private final Audit audit;

    DeploymentQueue(TenantRegistry tenants, Runs runs, Audit audit) {
        this.tenants = tenants;
        this.runs = runs;
        this.audit = audit;
    }

    /**
     * @param order creates the deployment, or refuses; called in the transaction if no other deployment is active
     * @throws ProblemException {@link DeploymentProblem#RUNNING} with the id of the active deployment
     */
    public Uni<AcceptedDeployment> accept(
            String tenant, Actor actor, Function<TenantSnapshot, Uni<NewDeployment>> order) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                        .flatMap(found -> runs.active(found.id())
                                .flatMap(active -> active == null
                                        ? order.apply(found).flatMap(wanted -> insert(found, wanted, actor))
                                        : Uni.createFrom().failure(alreadyRunning(active)))))
                .onFailure(DeploymentQueue::mayBeSecond)
                .recoverWithUni(e -> refuseSecond(tenant, actor, e))
                .invoke(accepted -> runs.wake());
    }

    /** Whether a concurrent request won: it changed the tenant's status or inserted its run first. */
    private static boolean mayBeSecond(Throwable e) {
        return Runs.isSecondExclusive(e)
                || e instanceof ProblemException refused && refused.problem() == TenantProblem.WRONG_STATE;
    }

    private Uni<AcceptedDeployment> refuseSecond(String tenant, Actor actor, Throwable e) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found -> runs.active(found.id()))
                .flatMap(active -> Uni.createFrom().failure(active == null ? e : alreadyRunning(active))));
    }

    private Uni<AcceptedDeployment> insert(TenantSnapshot tenant, NewDeployment wanted, Actor actor) {
        Deployment row = new Deployment();
        row.id = Uuid7.next();
        row.ref = wanted.ref();
        row.targetId = wanted.target();
        row.restoreTheme = wanted.restoreTheme();
        row.releaseId = wanted.release();
        row.removeFiles = wanted.removeFiles();
        row.removeDatabase = wanted.removeDatabase();
        row.skipBackup = wanted.skipBackup();
        row.change = wanted.change();
        RunSubject subject = new RunSubject(tenant.id(), tenant.slug().value());
        return tenants.move(tenant.id(), from(wanted), wanted.meanwhile())
                .invoke(before -> row.tenantStatusBefore = kept(before).id())
                .flatMap(before ->
                        runs.queue(new NewRun(row.id, wanted.kind(), tenant.server(), subject, actor, wanted.reason())))
                .flatMap(done -> row.persist())
                .flatMap(done -> audit.record(actor, requested(tenant, row.id, wanted)))
                .replaceWith(new AcceptedDeployment(row.id));
    }

    /** No run of the tenant is active. A run that could not set the status at its end must not keep the tenant from being deleted. */
    private static Set<TenantStatus> from(NewDeployment wanted) {
        return wanted.meanwhile() == TenantStatus.DELETING
                ? EnumSet.allOf(TenantStatus.class)
                : TenantStatus.deployable();
    }

    /** What the tenant becomes again if the run is cancelled. One left in a status of runs by a run of before has failed. */
    private static TenantStatus kept(TenantStatus before) {
        return TenantStatus.deployable().contains(before) ? before : TenantStatus.FAILED;
    }

    private static Change requested(TenantSnapshot tenant, UUID id, NewDeployment wanted) {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("deploymentId", id.toString());
        what.putAll(wanted.requested());
        return Change.updated("tenant." + wanted.kind(), tenant.slug().value(), tenant.id(), wanted.before(), what);
    }

    private static ProblemException alreadyRunning(UUID running) {
        return new ProblemException(DeploymentProblem.RUNNING, "Wait until it ends, or cancel it, then try again")
                .with("deploymentId", running);
    }
}
