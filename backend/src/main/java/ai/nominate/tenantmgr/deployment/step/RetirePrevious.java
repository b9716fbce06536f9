package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.release.git.SourceSettings;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.ConnectionDrain;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Drains and stops the old release and keeps it for a rollback. A fault here is only a warning: visitors already see the
 * new release.
 */
@Singleton
public class RetirePrevious extends NamedStep<DeploymentContext> {
    private final TenantServices services;
    private final TenantRegistry tenants;
    private final Releases releases;
    private final ConnectionDrain drain;
    private final Settings settings;

    RetirePrevious(
            TenantServices services,
            TenantRegistry tenants,
            Releases releases,
            ConnectionDrain drain,
            Settings settings) {
        super("retire-previous", "Clean-up", 2500);
        this.services = services;
        this.tenants = tenants;
        this.releases = releases;
        this.drain = drain;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        Slot old = context.pinned().slot().other();
        TenantSnapshot tenant = context.tenant();
        StepResult result = tenant.slot(old).release().isEmpty()
                ? new StepResult.Skipped("No previous release")
                : retire(context, tenant, old);
        prune(context);
        return result;
    }

    private StepResult retire(DeploymentContext context, TenantSnapshot tenant, Slot old) {
        try {
            String left = drain.await(tenant, old);
            if (!left.isEmpty()) {
                context.warn(left);
            }
            Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
            services.stop(tenant.slug(), old, grace, context.permit());
            context.change(id -> tenants.slot(id, old, SlotStatus.STOPPED));
            return new StepResult.Done("Slot " + old + " drained and stopped; its release is kept for a rollback");
        } catch (PermitLost | RunInterrupted e) {
            throw e;
        } catch (RuntimeException e) {
            context.warn("Slot " + old + " could not be drained and stopped: " + e.getMessage());
            return new StepResult.Done("Slot " + old + " could not be stopped; visitors are not affected");
        }
    }

    private void prune(DeploymentContext context) {
        try {
            int kept = Reactive.await(() -> settings.get(ReleaseSettings.RELEASES_KEPT));
            List<String> removed = releases.prune(kept, context.permit());
            releases.removeUnusedCopies(Reactive.await(() -> settings.get(SourceSettings.CACHE_EXPIRY)));
            if (!removed.isEmpty()) {
                context.say("Removed " + removed.size() + " unused release(s)");
            }
        } catch (RuntimeException e) {
            context.warn("Old releases could not be removed: " + e.getMessage());
        }
    }
}
