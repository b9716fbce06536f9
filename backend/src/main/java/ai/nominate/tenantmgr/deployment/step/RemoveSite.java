package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes the tenant from NGINX: from here on visitors get the answer for an unknown domain. */
@ApplicationScoped
public class RemoveSite implements Step<DeploymentContext> {
    private final SiteRegistry sites;
    private final LiveMarkers markers;
    private final TenantRegistry tenants;

    RemoveSite(SiteRegistry sites, LiveMarkers markers, TenantRegistry tenants) {
        this.sites = sites;
        this.markers = markers;
        this.tenants = tenants;
    }

    @Override
    public String id() {
        return "remove-site";
    }

    @Override
    public String title() {
        return "Remove site";
    }

    @Override
    public int usualMs() {
        return 300;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        for (Slot slot : Slot.values()) {
            sites.remove(tenant.id(), slot, context.permit());
        }
        if (sites.apply(context.permit()) instanceof ApplyResult.Refused refused) {
            return new StepResult.Failed(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
        context.permit().check();
        markers.clear(tenant.slug(), context.permit());
        context.change(tenants::offline);
        return new StepResult.Done(tenant.domain() + " was removed from NGINX");
    }
}
