package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.deployment.DeploymentQueue;
import ai.nominate.tenantmgr.deployment.NewDeployment;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantAudit;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.IfMatch;


import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Changes a tenant: host names by a run, everything else immediately. */
@ApplicationScoped
public class TenantUpdates {
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

    /**
     * Applies the change, or queues the run that does.
     *
     * @return the run that changes the host names; empty if the change has been applied
     * @throws ProblemException if the change is refused; nothing was changed
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
