package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.job.Permit;


import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Runs commands on this machine: no shell, no input, no inherited environment, no leftover processes. A command that
 * leaves a server running must be started by a {@link DetachedLauncher} instead; here that server would be ended.
 */
public final class LocalRunner implements Runner {
    private final DetachedLauncher launcher;

    public LocalRunner(BaseEnvironment environment) {
        this.launcher = new DetachedLauncher(environment);
    }

    @Override
    public CommandResult run(Command command, String run, Duration limit, LineSink output, Permit permit) {
        permit.check();
        if (Thread.interrupted()) {
            throw new RunInterrupted("The command was not started because its caller was cancelled.");
        }
        String mark = UUID.randomUUID().toString();
        Map<String, String> markers = new HashMap<>(Map.of(ProcessMarkers.COMMAND, mark));
        if (!run.isEmpty()) {
            markers.put(ProcessMarkers.RUN, run);
        }
        return new RunningCommand(launcher.attached(command, markers), mark, output).await(limit);
    }
}
