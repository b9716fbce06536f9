package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFileView;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a command of the live slot's release, with the environment of its services. */
@ApplicationScoped
public class RunCommand implements Step<DeploymentContext> {
    private final SlotRelease releases;
    private final SlotEnvironment environments;
    private final TenantFiles files;
    private final SlotFileView views;
    private final Supervisor supervisor;
    private final TaskLimits limits;
    private final Settings settings;

    RunCommand(
            SlotRelease releases,
            SlotEnvironment environments,
            TenantFiles files,
            SlotFileView views,
            Supervisor supervisor,
            TaskLimits limits,
            Settings settings) {
        this.releases = releases;
        this.environments = environments;
        this.files = files;
        this.views = views;
        this.supervisor = supervisor;
        this.limits = limits;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "run-command";
    }

    @Override
    public String title() {
        return "Command";
    }

    @Override
    public int usualMs() {
        return 2000;
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
        return argv == null
                ? new StepResult.Failed(
                        DeploymentProblem.COMMAND_UNKNOWN, "The live release has no command " + name + " any more")
                : run(context, live.get(), release, name, argv);
    }

    @Override
    public Optional<String> stays(DeploymentContext context) {
        return context.order().change().map(name -> "What the command " + name + " changed stays.");
    }

    private StepResult run(DeploymentContext context, Slot slot, Release release, String name, List<String> argv) {
        TenantSnapshot tenant = context.tenant();
        SlotVariables variables = environments.of(
                tenant, release, tenant.slot(slot).configVersion().orElseThrow());
        variables.secrets().forEach(context::mask);
        Map<String, String> environment = new HashMap<>();
        variables.values().forEach((key, value) -> environment.put(key.value(), value));
        Duration limit = Reactive.await(() -> settings.get(DeploymentSettings.COMMAND_TIMEOUT));
        Task task = new Task(
                new Task.Owner.OfTenant(tenant.slug()),
                Task.Purpose.COMMAND,
                variables.fill(argv),
                files.release(tenant.slug(), slot),
                environment,
                limits.of(Task.Purpose.COMMAND, limit),
                Optional.of(views.ofTask(tenant.slug(), slot, release, "command-" + context.run())));
        context.say("$ " + String.join(" ", argv));
        return result(name, supervisor.run(task, context.scope()), limit);
    }

    private static StepResult result(String name, CommandResult result, Duration limit) {
        if (result.excess().isPresent()) {
            return failed("The command " + name + " " + result.excess().get() + " and was ended", result);
        }
        if (result.timedOut()) {
            return failed(
                    "The command " + name + " was ended after " + limit.toSeconds()
                            + " s (setting deployment.commandTimeout)",
                    result);
        }
        return result.succeeded()
                ? new StepResult.Done("The command " + name + " ended with code 0 ("
                        + result.took().toMillis() + " ms)")
                : failed("The command " + name + " exited with code " + result.exit(), result);
    }

    private static StepResult failed(String detail, CommandResult result) {
        return new StepResult.Failed(DeploymentProblem.COMMAND_FAILED, detail, result.lastLines());
    }
}
