package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.deployment.DeploymentQueue;
import ai.nominate.tenantmgr.deployment.NewDeployment;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantAudit;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Changes a tenant: its host names by a run, everything else at once. */
@ApplicationScoped
public class TenantUpdates {
    private static final Logger LOG = Logger.getLogger(TenantUpdates.class);
    private static final int BEFORE_NGINX = 2900;
    private static final String RELEASE_ABANDONED = """
            delete from tenant_host h where kind = 'pending' and not exists (
                select 1 from run r
                where r.subject_id = h.tenant_id and r.kind = 'domain' and r.status in ('queued', 'running'))""";

    private final TenantRegistry tenants;
    private final TenantChanges changes;
    private final DeploymentQueue queue;
    private final Audit audit;

    TenantUpdates(TenantRegistry tenants, TenantChanges changes, DeploymentQueue queue, Audit audit) {
        this.tenants = tenants;
        this.changes = changes;
        this.queue = queue;
        this.audit = audit;
    }

    /** An earlier version changed names without a run, and left its reservations when it was killed. */
    public void onStart(@Observes @Priority(BEFORE_NGINX) StartupEvent start) {
        int released = Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(RELEASE_ABANDONED).executeUpdate()));
        if (released > 0) {
            LOG.warnf("Released %d host name(s) of a change that did not finish", released);
        }
    }

    /**
     * Changes the tenant, or queues the run that does.
     *
     * @return the run that changes the host names; empty when the change has been made
     * @throws ProblemException when the change is refused; nothing was changed then
     */
    public Uni<Optional<AcceptedDeployment>> change(String id, TenantChange wanted, IfMatch ifMatch, Actor actor) {
        return Panache.withSession(() -> tenants.get(id, actor))
                .flatMap(seen -> changesNames(seen, wanted)
                        ? queue.accept(id, actor, tenant -> order(tenant, wanted, ifMatch))
                                .map(Optional::of)
                        : make(id, wanted, ifMatch, actor).replaceWith(Optional.empty()));
    }

    private static boolean changesNames(TenantSnapshot tenant, TenantChange wanted) {
        return !tenant.domain().equals(wanted.domain()) || !tenant.aliases().equals(wanted.aliases());
    }

    private Uni<NewDeployment> order(TenantSnapshot tenant, TenantChange wanted, IfMatch ifMatch) {
        ifMatch.require(tenant.tag());
        changes.requireChangeable(tenant, wanted);
        return changes.reserve(tenant, wanted, DomainChange.newNames(tenant, wanted))
                .replaceWith(NewDeployment.change(
                        DomainKind.ID,
                        DomainChange.of(tenant, wanted).json(),
                        TenantAudit.state(tenant),
                        TenantAudit.requested(tenant, wanted)));
    }

    private Uni<TenantSnapshot> make(String id, TenantChange wanted, IfMatch ifMatch, Actor actor) {
        return Panache.withTransaction(() -> changes.take(id, wanted, actor)
                .invoke(tenant -> ifMatch.require(tenant.tag()))
                .flatMap(before -> changes.make(before.id(), wanted)
                        .call(after -> audit.record(actor, TenantAudit.changed(before, after)))));
    }
}
