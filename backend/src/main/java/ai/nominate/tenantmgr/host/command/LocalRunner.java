package ai.nominate.tenantmgr.host.command;

import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.job.Permit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Runs commands on this machine: no shell, no input, no inherited environment, no leftover processes. A command that
 * leaves a server running must be started by a {@link DetachedLauncher} instead; here that server would be ended.
 */
public final class LocalRunner implements Runner {
    private final DetachedLauncher launcher;

    public LocalRunner(BaseEnvironment environment) {
        this.launcher = new DetachedLauncher(environment);
    }

    /** @param isolation for commands that may not see all of the machine */
    public LocalRunner(BaseEnvironment environment, Isolation isolation) {
        this.launcher = new DetachedLauncher(environment, Optional.of(isolation));
    }

    @Override
    public CommandResult run(Command command, String run, Duration limit, LineSink output, Permit permit) {
        Map<String, String> markers = run.isEmpty() ? Map.of() : Map.of(ProcessMarkers.RUN, run);
        return run(command, markers, Limits.within(limit), UnaryOperator.identity(), output, permit);
    }

    /**
     * Runs a command that is held to limits of memory and tasks too.
     *
     * @param markers how its processes are marked, beside what marks every command
     * @param origin says where a limit was set, see {@link Limits#exceededBy}
     * @throws PermitLost before anything is started
     * @throws RunInterrupted when the calling thread was interrupted; the command is ended first
     */
    public CommandResult run(
            Command command,
            Map<String, String> markers,
            Limits limits,
            UnaryOperator<String> origin,
            LineSink output,
            Permit permit) {
        permit.check();
        if (Thread.interrupted()) {
            throw new RunInterrupted("The command was not started because its caller was cancelled.");
        }
        String mark = UUID.randomUUID().toString();
        Map<String, String> all = new HashMap<>(markers);
        all.put(ProcessMarkers.COMMAND, mark);
        RunningCommand running = new RunningCommand(launcher.attached(command, all), mark, output);
        try (DiskWatch disk = new DiskWatch(written(command, limits), bytes -> limits.exceededBy(bytes, origin))) {
            return running.await(limits, origin, disk);
        }
    }

    private static List<Path> written(Command command, Limits limits) {
        return limits.diskBytes() <= 0
                ? List.of()
                : command.view().stream()
                        .flatMap(view -> view.mounts().stream())
                        .filter(FileView.Mount::writable)
                        .map(FileView.Mount::source)
                        .toList();
    }
}
