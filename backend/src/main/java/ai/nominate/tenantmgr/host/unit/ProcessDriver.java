package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.Isolation;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessUsage;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Units as plain processes in namespaces of their own, found by their marks. Limits are enforced by looking at what runs, since a
 * laptop's user has no control groups: a limit may be exceeded for a second or two, and is not enforced while no manager watches.
 */
final class ProcessDriver implements UnitDriver {
    private final Map<UnitId, Process> children = new ConcurrentHashMap<>();
    private final UnitProcesses processes;
    private final FileLogs logs;
    private final LocalRunner tasks;
    private final Isolation isolation;

    ProcessDriver(BaseEnvironment environment, Isolation isolation, LogRotation rotation) {
        this.processes = new UnitProcesses(environment, isolation);
        this.logs = new FileLogs(rotation);
        this.tasks = new LocalRunner(environment, isolation);
        this.isolation = isolation;
    }

    @Override
    public Families look() {
        return processes.look();
    }

    @Override
    public ProcessIdentity launch(Unit unit, BiConsumer<ProcessIdentity, Integer> ended) {
        Process process = processes.launch(unit);
        ProcessIdentity leader = processes.identity(process);
        children.put(unit.id(), process);
        process.onExit().thenAccept(end -> ended.accept(leader, end.exitValue()));
        return leader;
    }

    @Override
    public boolean alive(ProcessIdentity leader) {
        return processes.alive(leader);
    }

    @Override
    public Optional<ProcessIdentity> leader(UnitId id) {
        return processes.leader(id);
    }

    @Override
    public List<LiveProcess> processes(UnitId id, ProcessIdentity leader) {
        return processes.of(id, leader);
    }

    @Override
    public void end(UnitId id, ProcessIdentity leader, Duration grace) {
        SessionEnd.end(() -> processes.of(id, leader), grace);
    }

    /** Only that of a child: nobody is told how an adopted process ended. */
    @Override
    public Integer exit(UnitId id, ProcessIdentity leader) {
        Process child = children.get(id);
        if (child == null || leader == null || child.pid() != leader.pid()) {
            return null;
        }
        child.onExit().completeOnTimeout(child, 1, TimeUnit.SECONDS).join();
        return child.isAlive() ? null : child.exitValue();
    }

    @Override
    public Optional<String> excess(Unit unit, List<ProcessUsage> family) {
        return unit.limits().exceededBy(family, Unit::origin);
    }

    @Override
    public Optional<String> excessAtEnd(Unit unit) {
        return Optional.empty();
    }

    @Override
    public boolean listens(UnitId id, ProcessIdentity leader, PortNumber port) {
        return Sockets.heldBy(processes(id, leader), port);
    }

    @Override
    public List<Listener> listeners(UnitId id, ProcessIdentity leader) {
        return Sockets.listeners(processes(id, leader));
    }

    @Override
    public UnitLogs logs() {
        return logs;
    }

    /** They are marked with their run, whose next owner ends them. */
    @Override
    public void endForgottenTasks() {}

    @Override
    public CommandResult run(Task task, RunScope scope) {
        try {
            return tasks.run(
                    new Command(
                            task.argv(),
                            task.directory(),
                            task.environment(),
                            task.view(),
                            task.limits().tasks()),
                    Map.of(ProcessMarkers.RUN, scope.mark(), ProcessMarkers.TASK, task.mark()),
                    task.limits(),
                    task.purpose()::origin,
                    scope.output(),
                    scope.permit());
        } finally {
            task.view().flatMap(FileView::temporary).ifPresent(SafeFiles::deleteTree);
        }
    }

    @Override
    public boolean hasUserPerTenant() {
        return false;
    }

    @Override
    public Optional<String> exposure() {
        return isolation.refusal();
    }

    @Override
    public void forget(UnitId id) {
        children.remove(id);
    }

    /** They are the manager's own. */
    @Override
    public void forget(TenantSlug slug) {}
}
