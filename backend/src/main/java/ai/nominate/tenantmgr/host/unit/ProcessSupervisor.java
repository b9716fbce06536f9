package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogTail;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Supervises plain processes, for machines without systemd. They write directly to their logs and keep running without the
 * manager; the next one finds them by their markers. Restarts nothing until supervision is started; closing it stops
 * supervision, which can be started again. Does not enforce memory limits, which need control groups.
 */
public final class ProcessSupervisor implements Supervisor, AutoCloseable {
    /** {@link ProcessHandle#onExit} polls with increasing intervals up to 5 s, and counts zombies as alive. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Map<UnitId, SupervisedUnit> units = new ConcurrentHashMap<>();
    private final UnitProcesses processes;
    private final UnitRecords records;
    private final UnitReports reports;
    private final RestartPolicy policy;
    private final LogRotation rotation;
    private final Clock clock = Clock.systemUTC();
    private volatile Supervision supervision;

    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener) {
        this(home, rotation, listener, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, RestartPolicy policy) {
        this.rotation = rotation;
        this.policy = policy;
        this.processes = new UnitProcesses(BaseEnvironment.of(home));
        this.records = new UnitRecords(home);
        this.reports = new UnitReports(listener, clock);
        this.supervision = supervision(Permit.ALWAYS);
        supervision.timer().close();
    }

    private Supervision supervision(Permit permit) {
        return new Supervision(processes, records, policy, new UnitTimer(), reports, permit, clock);
    }

    /**
     * Reads what an earlier manager wrote down, and looks after it from now on.
     *
     * @param permit checked before every automatic action, such as a restart of a unit
     */
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
        UnitTimer timer = fresh.timer();
        timer.every(LOOK, () -> units.values().forEach(unit -> timer.now(unit::look)));
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
        return unit == null ? new UnitStatus(id, UnitState.STOPPED, null, null, 0, null, null) : unit.status();
    }

    @Override
    public List<UnitStatus> statuses(TenantSlug slug) {
        return units.entrySet().stream()
                .filter(entry -> entry.getKey().slug().equals(slug))
                .map(entry -> entry.getValue().status())
                .sorted(Comparator.comparing(status -> status.id().toString()))
                .toList();
    }

    @Override
    public List<String> lastLines(UnitId id, int count) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? List.of() : LogTail.read(unit.unit().log(), count);
    }

    @Override
    public boolean listens(UnitId id, PortNumber port) {
        SupervisedUnit unit = units.get(id);
        return unit != null && Sockets.heldBy(unit.processes(), port);
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
    public void forget(TenantSlug slug) {
        for (UnitStatus status : statuses(slug)) {
            if (status.state() == UnitState.STOPPED || status.state() == UnitState.FAILED) {
                units.remove(status.id());
                records.delete(status.id());
            }
        }
    }

    /** Whether the record of a unit is stored, so that the next manager adopts it. */
    public boolean isRecorded(Unit unit) {
        return records.holds(unit);
    }

    /** Cuts logs that are too large. Call it about every minute. */
    public void rotate() {
        rotation.rotate(units.values().stream().map(unit -> unit.unit().log()).toList());
    }

    /** Whether it looks after units now. */
    public boolean isWatching() {
        return !supervision.timer().closed();
    }

    /** Stops supervision: nothing is stopped or restarted from now on. */
    @Override
    public synchronized void close() {
        supervision.timer().close();
        units.values().forEach(SupervisedUnit::settle);
    }

    private SupervisedUnit supervised(Unit unit) {
        return units.computeIfAbsent(unit.id(), id -> new SupervisedUnit(UnitRecord.unseen(unit), supervision));
    }
}
