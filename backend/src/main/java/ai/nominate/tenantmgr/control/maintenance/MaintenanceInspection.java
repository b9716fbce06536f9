package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import jakarta.enterprise.context.ApplicationScoped;

/** Visitors get the maintenance page of exactly those tenants that are in maintenance. */
@ApplicationScoped
class MaintenanceInspection implements Inspection {
    private final DeployedTenants tenants;
    private final LiveMarkers markers;

    MaintenanceInspection(DeployedTenants tenants, LiveMarkers markers) {
        this.tenants = tenants;
        this.markers = markers;
    }

    @Override
    public String title() {
        return "maintenance by hand";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(findings, (tenant, seen) -> {
            boolean isWanted = Reactive.transaction(() -> MaintenanceRow.findById(tenant.id())) != null;
            seen.check(
                    markers.isClosed(tenant.slug()) == isWanted,
                    DeployedTenants.subject(tenant),
                    isWanted
                            ? "NGINX lets visitors in although it is in maintenance"
                            : "NGINX shows a page of maintenance that has ended");
        });
    }
}
