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
 * Supervises plain processes, for machines without systemd. They write straight into their logs and go on when the manager is
 * gone; the next one finds them by their markers. Closing it only stops watching. It holds nobody to a memory limit: that
 * takes control groups, which a laptop's user does not have.
 */
public final class ProcessSupervisor implements Supervisor, AutoCloseable {
    /** {@link ProcessHandle#onExit} asks ever more rarely, up to every 5 s, and takes one that nobody reaped for alive. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Map<UnitId, SupervisedUnit> units = new ConcurrentHashMap<>();
    private final UnitTimer timer = new UnitTimer();
    private final Supervision supervision;
    private final LogRotation rotation;

    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener) {
        this(home, rotation, listener, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, RestartPolicy policy) {
        this.rotation = rotation;
        UnitRecords records = new UnitRecords(home);
        Clock clock = Clock.systemUTC();
        this.supervision = new Supervision(
                new UnitProcesses(BaseEnvironment.of(home)),
                records,
                policy,
                timer,
                new UnitReports(listener, clock),
                clock);
        for (UnitRecord record : records.load()) {
            SupervisedUnit unit = new SupervisedUnit(record, supervision);
            unit.recall();
            units.put(record.unit().id(), unit);
        }
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
        SessionEnd.end(() -> supervision.processes().of(id, null), grace);
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
                supervision.records().delete(status.id());
            }
        }
    }

    /** Whether a unit is written down as it is, so that the next manager takes it over. */
    public boolean isRecorded(Unit unit) {
        return supervision.records().holds(unit);
    }

    /** Cuts logs that have grown too big. To be called every minute or so. */
    public void rotate() {
        rotation.rotate(units.values().stream().map(unit -> unit.unit().log()).toList());
    }

    /** Stops watching, and neither stops nor restarts anything from now on. */
    @Override
    public void close() {
        timer.close();
    }

    private SupervisedUnit supervised(Unit unit) {
        return units.computeIfAbsent(unit.id(), id -> new SupervisedUnit(UnitRecord.unseen(unit), supervision));
    }
}
