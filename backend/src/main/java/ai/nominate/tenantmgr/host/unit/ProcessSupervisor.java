package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.Isolation;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Supervises plain processes, for machines without systemd. They write straight into their logs and go on when the manager is
 * gone; the next one finds them by their markers. Does nothing by itself until it watches, and stops watching when it is
 * closed; both may happen again. Limits are enforced by looking at what runs, since a laptop's user has no control groups: a
 * limit may be exceeded for a second or two, and is not enforced while no manager watches.
 */
public final class ProcessSupervisor implements Supervisor {
    /** {@link ProcessHandle#onExit} polls with increasing intervals up to 5 s, and counts zombies as alive. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(ProcessSupervisor.class);
    private static final Duration ROTATION = Duration.ofMinutes(1);
    /** A log that grows so fast is not left alone until the next rotation. */
    private static final long FLOOD = 64L << 20;

    private static final Duration LOG_LOOK = Duration.ofMillis(100);

    private final Map<UnitId, SupervisedUnit> units = new ConcurrentHashMap<>();
    private final Map<Path, Long> cutAt = new ConcurrentHashMap<>();
    private final UnitProcesses processes;
    private final UnitRecords records;
    private final UnitReports reports;
    private final RestartPolicy policy;
    private final LogRotation rotation;
    private final LocalRunner tasks;
    private final Isolation isolation;
    private final Clock clock = Clock.systemUTC();
    private volatile Supervision supervision;

    /** Finds out whether this machine isolates, which blocks for some milliseconds. */
    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener) {
        this(home, rotation, listener, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, RestartPolicy policy) {
        this(home, rotation, listener, Isolation.of(home, List.of()), policy);
    }

    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, Isolation isolation) {
        this(home, rotation, listener, isolation, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(
            Home home, LogRotation rotation, UnitListener listener, Isolation isolation, RestartPolicy policy) {
        BaseEnvironment environment = BaseEnvironment.of(home);
        this.rotation = rotation;
        this.policy = policy;
        this.processes = new UnitProcesses(environment, isolation);
        this.records = new UnitRecords(home);
        this.reports = new UnitReports(listener, clock);
        this.tasks = new LocalRunner(environment, isolation);
        this.isolation = isolation;
        this.supervision = supervision(Permit.ALWAYS);
        supervision.timer().close();
    }

    private Supervision supervision(Permit permit) {
        return new Supervision(processes, records, policy, new UnitTimer(), reports, permit, clock);
    }

    @Override
    public synchronized void watch(Permit permit) {
        permit.check();
        close();
        Supervision fresh = supervision(permit);
        units.clear();
        for (UnitRecord record : records.load()) {
            SupervisedUnit unit = new SupervisedUnit(record, fresh);
            unit.recall();
            units.put(record.unit().id(), unit);
        }
        supervision = fresh;
        isolation
                .refusal()
                .ifPresent(reason -> LOG.warnf(
                        "Builds and services of tenants are not isolated on this machine; they can read what the manager can read: %s",
                        reason));
        fresh.timer().watch(LOOK, this::look);
        fresh.timer().every(ROTATION, this::rotate);
    }

    @Override
    public void start(Unit unit, Permit permit) {
        supervised(unit).start(unit, permit);
    }

    @Override
    public void keep(Unit unit) {
        supervised(unit).keep(unit);
    }

    @Override
    public void stop(UnitId id, Duration grace, Permit permit) {
        SupervisedUnit unit = units.get(id);
        if (unit != null) {
            unit.stop(grace, permit);
            return;
        }
        permit.check();
        SessionEnd.end(() -> processes.of(id, null), grace);
    }

    @Override
    public UnitStatus status(UnitId id) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? UnitStatus.unseen(id) : unit.status(processes.look());
    }

    @Override
    public Map<TenantSlug, List<UnitStatus>> statuses(Set<TenantSlug> tenants) {
        Families families = processes.look();
        Map<TenantSlug, List<UnitStatus>> statuses =
                tenants.stream().collect(Collectors.toMap(Function.identity(), tenant -> new ArrayList<>()));
        units.entrySet().stream()
                .filter(unit -> tenants.contains(unit.getKey().slug()))
                .sorted(Comparator.comparing(unit -> unit.getKey().toString()))
                .forEach(unit ->
                        statuses.get(unit.getKey().slug()).add(unit.getValue().status(families)));
        return statuses;
    }

    @Override
    public LogPage log(UnitId id, String cursor, int limit) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? new LogPage(List.of(), cursor, false) : unit.log().page(cursor, limit);
    }

    @Override
    public LogPage follow(UnitId id, String cursor, int limit, Duration patience) {
        long start = System.nanoTime();
        while (true) {
            LogPage page = log(id, cursor, limit);
            if (!page.lines().isEmpty() || System.nanoTime() - start >= patience.toNanos()) {
                return page;
            }
            try {
                Thread.sleep(LOG_LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunInterrupted("interrupted while waiting for a line of the log");
            }
        }
    }

    @Override
    public LogPage lastPage(UnitId id, int count) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? new LogPage(List.of(), "", false) : unit.lastPage(count);
    }

    @Override
    public boolean listens(UnitId id, PortNumber port) {
        SupervisedUnit unit = units.get(id);
        return unit != null && Sockets.heldBy(unit.processes(), port);
    }

    @Override
    public List<Listener> listeners(UnitId id) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? List.of() : Sockets.listeners(unit.processes());
    }

    @Override
    public AdoptedUnits adopt(Collection<Unit> wanted) {
        List<UnitId> found = new ArrayList<>();
        List<UnitId> started = new ArrayList<>();
        for (Unit unit : wanted) {
            (supervised(unit).adopt(unit) ? found : started).add(unit.id());
        }
        return new AdoptedUnits(found, started);
    }

    @Override
    public boolean isRecorded(Unit unit) {
        return records.holds(unit);
    }

    @Override
    public void forget(TenantSlug slug) {
        for (UnitStatus status : statuses(slug)) {
            if (status.state() == UnitState.STOPPED || status.state() == UnitState.FAILED) {
                units.remove(status.id());
                records.delete(status.id());
            }
        }
    }

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
    public Optional<String> exposure() {
        return isolation.refusal();
    }

    @Override
    public synchronized void close() {
        supervision.timer().close();
        try {
            for (SupervisedUnit unit : units.values()) {
                unit.settle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Cuts logs that are too large. */
    void rotate() {
        rotation.rotate(units.values().stream().map(unit -> unit.unit().log()).toList());
    }

    private void look() {
        if (units.values().stream().anyMatch(SupervisedUnit::hasProcesses)) {
            Families families = processes.look();
            units.values().forEach(unit -> unit.look(families));
        }
        List<Path> flooded = units.values().stream()
                .map(unit -> unit.unit().log())
                .filter(log -> log.toFile().length() - cutAt.getOrDefault(log, 0L) > FLOOD)
                .toList();
        if (!flooded.isEmpty()) {
            flooded.forEach(log -> cutAt.put(log, log.toFile().length()));
            rotation.rotate(flooded);
        }
    }

    private SupervisedUnit supervised(Unit unit) {
        return units.computeIfAbsent(unit.id(), id -> new SupervisedUnit(UnitRecord.unseen(unit), supervision));
    }
}
