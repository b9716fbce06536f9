package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.AdoptedUnits;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitChanged;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Supervises the services of all serving tenants: at start-up adopts those that kept running without the manager and
 * starts missing ones, then reports crashes and restarts as events.
 */
@ApplicationScoped
class ServiceWatch implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(ServiceWatch.class);

    private final Supervisor supervisor;
    private final TenantServices services;
    private final TenantRegistry tenants;
    private final ServiceEvents events;

    ServiceWatch(Supervisor supervisor, TenantServices services, TenantRegistry tenants, ServiceEvents events) {
        this.supervisor = supervisor;
        this.services = services;
        this.tenants = tenants;
        this.events = events;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.SERVICES;
    }

    @Override
    public void begin(Permit permit) {
        supervisor.watch(permit);
        List<TenantSnapshot> serving = Reactive.transaction(tenants::serving);
        List<Unit> wanted = serving.stream()
                .filter(tenant -> tenant.slot(tenant.live().orElseThrow()).status() != SlotStatus.STOPPED) // by a run
                .flatMap(tenant -> services.units(tenant.slug(), tenant.live().orElseThrow()).stream())
                .toList();
        AdoptedUnits adopted = supervisor.adopt(wanted);
        if (!wanted.isEmpty()) {
            LOG.infof(
                    "%d service(s) of %d tenant(s): %d adopted, %d started",
                    wanted.size(),
                    serving.size(),
                    adopted.found().size(),
                    adopted.started().size());
        }
    }

    @Override
    public void end() {
        supervisor.close();
    }

    void onChange(@Observes UnitChanged change) {
        TenantSlug slug = change.status().id().slug();
        LOG.warnf("Tenant %s: %s", slug, change.sentence());
        try {
            Reactive.transaction(
                    () -> tenants.get(slug).flatMap(tenant -> events.changed(tenant.id(), change.status())));
        } catch (RuntimeException e) {
            LOG.warnf("The change of a service of tenant %s could not be stored: %s", slug, e.getMessage());
        }
    }
}
