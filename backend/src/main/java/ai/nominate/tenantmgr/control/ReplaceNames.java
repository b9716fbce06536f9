package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.deployment.step.PublicCheck;
import ai.nominate.tenantmgr.deployment.step.WorkerSwitch;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.ApplyResult;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.nginx.SiteRegistry;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotWorkers;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Assigns the new names to the tenant; from here on the previous domain redirects to the new one. */
@Singleton
class ReplaceNames extends NamedStep<DeploymentContext> {
    private final TenantChanges changes;
    private final SiteRegistry sites;
    private final LiveMarkers markers;
    private final SlotWorkers slots;
    private final WorkerSwitch workers;
    private final TenantRegistry tenants;
    private final PublicCheck check;

    ReplaceNames(
            TenantChanges changes,
            SiteRegistry sites,
            LiveMarkers markers,
            SlotWorkers slots,
            WorkerSwitch workers,
            TenantRegistry tenants,
            PublicCheck check) {
        super("switch", "Switch traffic", 250);
        this.changes = changes;
        this.sites = sites;
        this.markers = markers;
        this.slots = slots;
        this.workers = workers;
        this.tenants = tenants;
        this.check = check;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantChange wanted = ReserveNames.change(context).wanted().change();
        Slot slot = context.pinned().slot();
        if (slot != null) { // first, because its services know the new names and the old ones
            workers.stop(context, slot.other());
            slots.keepOthers(context.tenant().slug(), slot);
            markers.switchTo(context.tenant().slug(), slot, context.permit());
        }
        boolean isMade = isMade(context, wanted);
        if (!isMade) { // a resumed step must not take the new domain for the previous one
            context.change(id -> changes.make(id, wanted));
        }
        if (context.tenant().live().isPresent()
                && sites.apply(context.permit()) instanceof ApplyResult.Refused refused) {
            return new StepResult.Failed(DeploymentProblem.SITE_REFUSED, refused.reason());
        }
        if (slot != null) {
            Optional<String> fault = check.fault(context, ProbeTarget.LIVE);
            if (fault.isPresent()) {
                return new StepResult.Failed(DeploymentProblem.NOT_PUBLIC, fault.get());
            }
            Optional<StepResult.Failed> failed = workers.start(context, slot);
            if (failed.isPresent()) {
                return failed.get();
            }
            context.change(id -> tenants.live(id, slot).flatMap(done -> tenants.slot(id, slot, SlotStatus.RUNNING)));
        }
        return new StepResult.Done("Domain changed to " + wanted.domain());
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        DomainChange change = ReserveNames.change(context);
        TenantChange before = change.before().change();
        Slot slot = context.pinned().slot();
        if (slot != null) {
            markers.switchTo(context.tenant().slug(), slot.other(), context.permit());
            context.change(id -> tenants.live(id, slot.other()));
            workers.stop(context, slot);
            workers.putBack(context, slot.other());
        }
        if (has(context.tenant(), before.domain(), before.aliases())) {
            return Optional.empty();
        }
        context.change(id -> changes.restore(id, before, change.redirectNames()));
        return Optional.of("Domain changed back to " + before.domain());
    }

    /** The previous domain of a tenant with a live slot becomes an alias. */
    private static boolean isMade(DeploymentContext context, TenantChange wanted) {
        return has(context.tenant(), wanted.domain(), context.intended().aliases());
    }

    private static boolean has(TenantSnapshot tenant, DomainName domain, List<DomainName> aliases) {
        return tenant.domain().equals(domain) && Set.copyOf(tenant.aliases()).equals(Set.copyOf(aliases));
    }
}
