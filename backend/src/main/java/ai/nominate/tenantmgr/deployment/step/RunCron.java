package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.CronSpec;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Runs a command whose time has come, on the live slot's release. */
@Singleton
public class RunCron extends NamedStep<DeploymentContext> {
    /** The kind of its runs. */
    public static final String KIND = "cron";

    private final SlotRelease releases;
    private final LiveCommand command;

    RunCron(SlotRelease releases, LiveCommand command) {
        super("run-cron", "Scheduled command", 2000);
        this.releases = releases;
        this.command = command;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        String id = context.order().change().orElseThrow();
        TenantSnapshot tenant = context.tenant();
        Optional<Slot> live = tenant.live();
        if (context.scope().epoch() > 1 || live.isEmpty()) {
            return new StepResult.Skipped(
                    "The manager or the tenant's release ended meanwhile; " + id + " waits for its next time");
        }
        Release release = releases.of(tenant, live.get());
        return release.manifest().cron().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> run(context, live.get(), release, entry))
                .orElseGet(() -> new StepResult.Skipped("The live release has no scheduled command " + id));
    }

    private StepResult run(DeploymentContext context, Slot slot, Release release, CronSpec entry) {
        return command.run(
                context,
                slot,
                release,
                new LiveCommand.Order(
                        "The scheduled command " + entry.id(),
                        entry.command(),
                        entry.timeout(),
                        "cron timeout in tenant-app.yaml"));
    }

    @Override
    public Optional<String> stays(DeploymentContext context) {
        return context.order().change().map(id -> "What the scheduled command " + id + " changed stays.");
    }
}
