package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotWorkers;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the new release visible to visitors, then requests the site as a visitor would; switches back if that fails. */
@Singleton
public class SwitchSlot extends NamedStep<DeploymentContext> {
    public static final String ID = "switch";

    private final LiveMarkers markers;
    private final SlotWorkers slots;
    private final WorkerSwitch workers;
    private final TenantRegistry tenants;
    private final PublicCheck check;
    private final SwitchTheme theme;

    SwitchSlot(
            LiveMarkers markers,
            SlotWorkers slots,
            WorkerSwitch workers,
            TenantRegistry tenants,
            PublicCheck check,
            SwitchTheme theme) {
        super(ID, "Switch traffic", 80);
        this.markers = markers;
        this.slots = slots;
        this.workers = workers;
        this.tenants = tenants;
        this.check = check;
        this.theme = theme;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSlug slug = context.tenant().slug();
        Slot slot = context.pinned().slot();
        context.permit().check();
        workers.stop(context, slot.other());
        slots.keepOthers(slug, slot);
        markers.switchTo(slug, slot, context.permit());
        markers.up(slug, context.permit());
        Optional<String> fault = check.fault(context, ProbeTarget.LIVE);
        if (fault.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.NOT_PUBLIC, fault.get());
        }
        Optional<StepResult.Failed> failed = workers.start(context, slot);
        if (failed.isPresent()) {
            return failed.get();
        }
        context.change(id -> tenants.live(id, slot)
                .flatMap(done -> tenants.slot(id, slot, SlotStatus.RUNNING))
                .flatMap(done -> tenants.health(id, "healthy")));
        int version = theme.apply(context); // last: what fails before it leaves the theme as it was
        return new StepResult.Done(
                "Traffic switched to slot " + slot + (version == 0 ? "" : ", theme version " + version));
    }

    /** Switches back to the slot that was live before; without one, the site is removed. */
    @Override
    public Optional<String> undo(DeploymentContext context) {
        TenantSlug slug = context.tenant().slug();
        context.permit().check();
        Optional<Slot> live = context.tenant().live();
        if (context.statusBefore() == TenantStatus.STOPPED
                || live.filter(slot -> context.tenant().slot(slot).status() == SlotStatus.STOPPED)
                        .isPresent()) {
            markers.down(slug, context.permit()); // its services do not run
        }
        return live.map(before -> {
                    markers.switchTo(slug, before, context.permit());
                    if (before != context.pinned().slot()) {
                        workers.stop(context, before.other());
                    }
                    workers.putBack(context, before);
                    return "Traffic switched back to slot " + before;
                })
                .or(() -> {
                    markers.clear(slug, context.permit());
                    return Optional.of("The site was removed");
                });
    }
}
