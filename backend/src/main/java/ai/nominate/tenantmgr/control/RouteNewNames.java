package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.ConfigureNginx;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes NGINX serve the reserved names like the domain, and the other slot if one is prepared. */
@Singleton
class RouteNewNames extends NamedStep<DeploymentContext> {
    private final SiteRegistry sites;
    private final ConfigureNginx otherSlot;

    RouteNewNames(SiteRegistry sites, ConfigureNginx otherSlot) {
        super("configure-nginx", "Routing", 250);
        this.sites = sites;
        this.otherSlot = otherSlot;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        if (context.pinned().slot() != null) {
            return otherSlot.run(context);
        }
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

    /** The rows alone: {@link ReserveNames} applies them when it releases the names. */
    @Override
    public Optional<String> undo(DeploymentContext context) {
        Slot slot = context.pinned().slot();
        if (slot == null) {
            return Optional.empty();
        }
        sites.remove(context.tenant().id(), slot, context.permit());
        return Optional.of("Slot " + slot + " was removed from the sites");
    }
}
