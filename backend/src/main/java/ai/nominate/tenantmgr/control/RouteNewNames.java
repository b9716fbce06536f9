package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes NGINX serve the reserved names like the domain. */
@ApplicationScoped
class RouteNewNames implements Step<DeploymentContext> {
    private final SiteRegistry sites;

    RouteNewNames(SiteRegistry sites) {
        this.sites = sites;
    }

    @Override
    public String id() {
        return "configure-nginx";
    }

    @Override
    public String title() {
        return "Routing";
    }

    @Override
    public int usualMs() {
        return 250;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        if (context.tenant().live().isEmpty()) {
            return new StepResult.Skipped("The tenant has no live slot");
        }
        return switch (sites.apply(context.permit())) {
            case ApplyResult.Changed changed ->
                new StepResult.Done("Names added to NGINX (generation " + changed.generation() + ")");
            case ApplyResult.Unchanged unchanged ->
                new StepResult.Done("Names already in NGINX (generation " + unchanged.generation() + ")");
            case ApplyResult.Refused refused -> new StepResult.Failed(DeploymentProblem.SITE_REFUSED, refused.reason());
        };
    }
}
