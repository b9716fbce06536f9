package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;

/** Removes the tenant from NGINX: from here on visitors get the answer for an unknown domain. */
@Singleton
public class RemoveSite extends NamedStep<DeploymentContext> {
    private final SiteRegistry sites;
    private final LiveMarkers markers;
    private final TenantRegistry tenants;

    RemoveSite(SiteRegistry sites, LiveMarkers markers, TenantRegistry tenants) {
        super("remove-site", "Remove site", 300);
        this.sites = sites;
        this.markers = markers;
        this.tenants = tenants;
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
