package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.AdoptedUnits;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitChanged;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks after the services of every tenant that serves: takes over at the start what went on without the manager, starts what
 * is missing, and says on the tenant what happens to them by itself.
 */
@ApplicationScoped
class ServiceWatch {
    private static final Logger LOG = Logger.getLogger(ServiceWatch.class);
    private static final int BEFORE_JOBS = 4000;

    private final Supervisor supervisor;
    private final TenantServices services;
    private final TenantRegistry tenants;

    ServiceWatch(Supervisor supervisor, TenantServices services, TenantRegistry tenants) {
        this.supervisor = supervisor;
        this.services = services;
        this.tenants = tenants;
    }

    void onStart(@Observes @Priority(BEFORE_JOBS) StartupEvent start) {
        List<TenantSnapshot> serving = Reactive.transaction(tenants::serving);
        List<Unit> wanted = serving.stream()
                .flatMap(tenant -> services.units(tenant.slug(), tenant.live().orElseThrow()).stream())
                .toList();
        AdoptedUnits adopted = supervisor.adopt(wanted);
        if (!wanted.isEmpty()) {
            LOG.infof(
                    "%d service(s) of %d tenant(s): %d had gone on without the manager, %d were started",
                    wanted.size(),
                    serving.size(),
                    adopted.found().size(),
                    adopted.started().size());
        }
    }

    void onChange(@Observes UnitChanged change) {
        TenantSlug slug = change.status().id().slug();
        LOG.warnf("Tenant %s: %s", slug, change.sentence());
        boolean well = services.statuses(slug).stream()
                .noneMatch(status -> status.state() == UnitState.RESTARTING || status.state() == UnitState.FAILED);
        try {
            Reactive.transaction(() ->
                    tenants.get(slug).flatMap(tenant -> tenants.health(tenant.id(), well ? "healthy" : "unhealthy")));
        } catch (RuntimeException e) {
            LOG.warnf("The health of tenant %s could not be written: %s", slug, e.getMessage());
        }
    }
}
