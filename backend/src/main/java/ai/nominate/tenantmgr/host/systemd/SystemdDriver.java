package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Cgroups;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessUsage;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitDriver;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitLogs;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Units as units of systemd: a user for each tenant, namespaces, control groups, the journal. What runs is read from the control
 * groups, without asking systemd.
 */
public final class SystemdDriver implements UnitDriver {
    private static final String SLICE = "tenantmgr.slice";
    private static final int SIGNAL = 128;
    private static final int TERM = 15;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cgroups cgroups = new Cgroups(SLICE);
    /** Units that this manager has stopped since they were started. */
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();

    /** How units ended, as it was read for their exit codes. */
    private final Map<String, UnitEnd> ends = new ConcurrentHashMap<>();

    /** What was set last: systemd keeps it until the machine restarts. */
    private final Map<String, List<String>> limits = new ConcurrentHashMap<>();

    private final Home home;
    private final Path programs;
    private final BaseEnvironment environment;
    private final Systemctl systemctl;
    private final UnitPlaces places;
    private final UnitSockets sockets;
    private final JournalLogs logs;
    private final SystemdTasks tasks;

    /**
     * @param captures runs captures of web pages: programs of the manager's own, which need namespaces of their own and not a tenant's
     * @param user the manager's, by number
     * @param prefix words before each command; none but in tests
     */
    public SystemdDriver(
            Home home,
            BaseEnvironment environment,
            Runner runner,
            CaptureRunner captures,
            long user,
            List<String> prefix) {
        this.home = home;
        this.environment = environment;
        this.programs = SafeFiles.directory(home.run().resolve("programs"), "rwx------");
        this.systemctl = new Systemctl(runner, prefix);
        this.places = new UnitPlaces(home);
        this.sockets = new UnitSockets(runner);
        this.logs = new JournalLogs(places, systemctl, prefix, user);
        this.tasks = new SystemdTasks(home, programs, environment, systemctl, cgroups, captures);
    }

    /** The number of the user that runs this. */
    public static long ownUser() {
        try {
            return ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Families look() {
        return cgroups.look(unit -> places.id(unit).map(UnitId::toString));
    }

    /** Nobody is told its end: the supervisor sees it. */
    @Override
    public ProcessIdentity launch(Unit unit, BiConsumer<ProcessIdentity, Integer> ended) {
        UnitId id = unit.id();
        String name = places.assign(id, each -> !cgroups.processes(each).isEmpty());
        InnerMounts inner = unit.view()
                .map(view -> InnerMounts.of(home, id.slug(), id.slot(), view))
                .orElseGet(() -> new InnerMounts(home, id.slug(), id.slot(), List.of()));
        tasks.prepare(inner, unit.directory());
        SafeFiles.write(
                programs.resolve(name),
                Program.of(unit, variables(id), inner.checks()).text(),
                "rw-r--r--");
        List<String> properties = CgroupLimits.properties(unit.limits());
        if (!properties.equals(limits.get(name))) {
            systemctl.set(name, properties);
            limits.put(name, properties);
        }
        systemctl.resetFailed(name);
        stopped.remove(name);
        ends.remove(name);
        systemctl.start(name);
        return leader(id).orElseGet(() -> cgroups.identity(systemctl.end(name).pid()));
    }

    private Map<String, String> variables(UnitId id) {
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.put(ProcessMarkers.SERVICE, id.toString());
        return variables;
    }

    @Override
    public boolean alive(ProcessIdentity leader) {
        return cgroups.alive(leader);
    }

    @Override
    public Optional<ProcessIdentity> leader(UnitId id) {
        return look().leader(id.toString());
    }

    @Override
    public List<LiveProcess> processes(UnitId id, ProcessIdentity leader) {
        return places.unit(id).map(cgroups::processes).orElseGet(List::of);
    }

    @Override
    public void end(UnitId id, ProcessIdentity leader, Duration grace) {
        places.unit(id).ifPresent(unit -> end(unit, grace));
    }

    /** A unit without processes may wait for its restart, which is called off. */
    private void end(String unit, Duration grace) {
        boolean runs = !cgroups.processes(unit).isEmpty();
        if (grace.isZero() && runs) {
            systemctl.kill(unit);
        }
        if (!runs && stopped.contains(unit)) {
            return;
        }
        stopped.add(unit);
        systemctl.stop(unit);
        long start = System.nanoTime();
        long killAt = grace.toNanos();
        boolean isInterrupted = false;
        while (!cgroups.processes(unit).isEmpty()) {
            long passed = System.nanoTime() - start;
            if (passed > killAt) {
                systemctl.kill(unit);
                killAt = passed + Duration.ofSeconds(1).toNanos();
            }
            if (passed > grace.plus(PATIENCE).toNanos()) {
                throw new IllegalStateException("could not end " + unit);
            }
            isInterrupted |= pause();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** systemd forgets a unit that ended well, which is by itself, with 0, or by the signal with which it was stopped. */
    @Override
    public Integer exit(UnitId id, ProcessIdentity leader) {
        Optional<String> unit = places.unit(id);
        if (unit.isEmpty()) {
            return null;
        }
        UnitEnd end = settled(unit.get());
        ends.put(unit.get(), end);
        boolean isForgotten = end.pid() == 0 && !end.failed();
        return isForgotten && stopped.contains(unit.get()) ? SIGNAL + TERM : end.code();
    }

    /** systemd may need a moment to see that the last process is gone. */
    private UnitEnd settled(String unit) {
        UnitEnd end = systemctl.end(unit);
        for (int look = 0; look < 50 && end.active() && !cgroups.processes(unit).isEmpty(); look++) {
            pause();
            end = systemctl.end(unit);
        }
        return end;
    }

    @Override
    public Optional<String> excess(Unit unit, List<ProcessUsage> family) {
        return places.unit(unit.id()).flatMap(name -> CgroupLimits.excess(cgroups, name, unit.limits(), Unit::origin));
    }

    @Override
    public Optional<String> excessAtEnd(Unit unit) {
        return places.unit(unit.id())
                .filter(name -> unit.limits().memoryBytes() > 0)
                .filter(name -> ends.containsKey(name) && ends.get(name).ranOutOfMemory())
                .map(name -> unit.limits().tooMuchMemory(unit.limits().memoryBytes(), Unit::origin));
    }

    @Override
    public boolean listens(UnitId id, ProcessIdentity leader, PortNumber port) {
        return places.unit(id).filter(unit -> sockets.heldBy(unit, port)).isPresent();
    }

    @Override
    public List<Listener> listeners(UnitId id, ProcessIdentity leader) {
        return places.unit(id).map(sockets::of).orElseGet(List::of);
    }

    @Override
    public UnitLogs logs() {
        return logs;
    }

    @Override
    public void endForgottenTasks() {
        tasks.endForgotten();
    }

    @Override
    public CommandResult run(Task task, RunScope scope) {
        return tasks.run(task, scope);
    }

    @Override
    public boolean hasUserPerTenant() {
        return true;
    }

    /** The unit files are checked for their exposure when they are built, so there is nothing to find out. */
    @Override
    public Optional<String> exposure() {
        return Optional.empty();
    }

    @Override
    public void forget(UnitId id) {
        places.unit(id).ifPresent(unit -> {
            systemctl.resetFailed(unit);
            SafeFiles.deleteTree(programs.resolve(unit));
            limits.remove(unit);
        });
        places.forget(id);
    }

    @Override
    public void forget(TenantSlug slug) {
        tasks.forget(slug);
        systemctl.start("tenantmgr-purge@" + slug + ".service");
    }
}
