package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Checks that the services of an active tenant run, listen, and are recorded, and that those of a stopped one do not
 * run.
 */
@ApplicationScoped
class ServiceInspection implements Inspection {
    private final DeployedTenants tenants;
    private final TenantServices services;
    private final SlotManifests manifests;

    ServiceInspection(DeployedTenants tenants, TenantServices services, SlotManifests manifests) {
        this.tenants = tenants;
        this.services = services;
        this.manifests = manifests;
    }

    @Override
    public String title() {
        return "the services of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(findings, this::inspect);
    }

    private void inspect(TenantSnapshot tenant, Findings findings) {
        Slot live = tenant.live().orElseThrow();
        boolean active = tenant.status() == TenantStatus.ACTIVE;
        for (Unit unit : services.units(tenant.slug(), live)) {
            String subject = DeployedTenants.subject(tenant);
            String name = "service " + unit.id().service() + " of slot " + live;
            UnitState state = services.status(unit.id()).state();
            if (!active) {
                findings.check(
                        state != UnitState.RUNNING, subject, name + " is running although the tenant is stopped");
                continue;
            }
            findings.check(state == UnitState.RUNNING, subject, name + " is " + state.id() + " instead of running");
            findings.check(
                    state != UnitState.RUNNING
                            || manifests
                                    .port(tenant, unit.id())
                                    .map(port -> services.listens(unit.id(), port))
                                    .orElse(true),
                    subject,
                    name + " does not listen on its port");
            findings.check(services.isRecorded(unit), subject, name + " is not recorded for the next manager");
        }
    }
}
