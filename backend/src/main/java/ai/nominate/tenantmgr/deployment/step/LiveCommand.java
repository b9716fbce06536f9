package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.slot.SlotEnvironment;
import ai.nominate.tenantmgr.slot.SlotFileView;
import ai.nominate.tenantmgr.slot.SlotVariables;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a command in the release of a live slot, with the environment of its services. Blocks. */
@ApplicationScoped
public class LiveCommand {
    private final SlotEnvironment environments;
    private final TenantFiles files;
    private final SlotFileView views;
    private final Supervisor supervisor;
    private final TaskLimits limits;

    LiveCommand(
            SlotEnvironment environments,
            TenantFiles files,
            SlotFileView views,
            Supervisor supervisor,
            TaskLimits limits) {
        this.environments = environments;
        this.files = files;
        this.views = views;
        this.supervisor = supervisor;
        this.limits = limits;
    }

    /**
     * What is run.
     *
     * @param title for people, such as {@code The command seed}
     * @param origin the setting or field that holds the limit
     */
    record Order(String title, List<String> argv, Duration limit, String origin) {}

    StepResult run(DeploymentContext context, Slot slot, Release release, Order order) {
        TenantSnapshot tenant = context.tenant();
        SlotVariables variables = environments.of(
                tenant, release, tenant.slot(slot).configVersion().orElseThrow());
        variables.secrets().forEach(context::mask);
        Map<String, String> environment = new HashMap<>();
        variables.values().forEach((key, value) -> environment.put(key.value(), value));
        Task task = new Task(
                new Task.Owner.OfTenant(tenant.slug()),
                Task.Purpose.COMMAND,
                variables.fill(order.argv()),
                files.release(tenant.slug(), slot),
                environment,
                limits.of(Task.Purpose.COMMAND, order.limit()),
                Optional.of(views.ofTask(tenant.slug(), slot, release, "command-" + context.run())));
        context.say("$ " + String.join(" ", order.argv()));
        return result(order, supervisor.run(task, context.scope()));
    }

    private static StepResult result(Order order, CommandResult result) {
        if (result.excess().isPresent()) {
            return failed(order.title() + " " + result.excess().get() + " and was ended", result);
        }
        if (result.timedOut()) {
            return failed(
                    order.title() + " was ended after " + order.limit().toSeconds() + " s (" + order.origin() + ")",
                    result);
        }
        return result.succeeded()
                ? new StepResult.Done(
                        order.title() + " ended with code 0 (" + result.took().toMillis() + " ms)")
                : failed(order.title() + " exited with code " + result.exit(), result);
    }

    private static StepResult failed(String detail, CommandResult result) {
        return new StepResult.Failed(DeploymentProblem.COMMAND_FAILED, detail, result.lastLines());
    }
}
