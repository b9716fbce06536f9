package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a one-off command of the live slot's release. */
@Singleton
public class RunCommand extends NamedStep<DeploymentContext> {
    private final SlotRelease releases;
    private final LiveCommand command;
    private final Settings settings;

    RunCommand(SlotRelease releases, LiveCommand command, Settings settings) {
        super("run-command", "Command", 2000);
        this.releases = releases;
        this.command = command;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        String name = context.order().change().orElseThrow();
        if (context.scope().epoch() > 1) {
            return new StepResult.Failed(
                    DeploymentProblem.COMMAND_INTERRUPTED,
                    "The manager ended while the command " + name
                            + " may have been running: it is not repeated by itself, since it may have done a part");
        }
        TenantSnapshot tenant = context.tenant();
        Optional<Slot> live = tenant.live();
        if (live.isEmpty()) {
            return new StepResult.Failed(DeploymentProblem.NEVER_DEPLOYED, "The tenant has no live release any more");
        }
        Release release = releases.of(tenant, live.get());
        List<String> argv = release.manifest().commands().get(name);
        if (argv == null) {
            return new StepResult.Failed(
                    DeploymentProblem.COMMAND_UNKNOWN, "The live release has no command " + name + " any more");
        }
        Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.COMMAND_TIMEOUT));
        return command.run(
                context,
                live.get(),
                release,
                new LiveCommand.Order("The command " + name, argv, limit, "setting deployment.commandTimeout"));
    }

    @Override
    public Optional<String> stays(DeploymentContext context) {
        return context.order().change().map(name -> "What the command " + name + " changed stays.");
    }
}
