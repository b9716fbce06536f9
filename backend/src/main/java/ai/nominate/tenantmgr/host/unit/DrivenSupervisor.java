package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The one supervisor of all machines; what differs between them is its driver. Services go on when the manager is gone, and the next
 * one finds them. Does nothing by itself until it watches, and stops watching when it is closed; both may happen again.
 */
public class DrivenSupervisor implements Supervisor {
    /** {@link ProcessHandle#onExit} polls with increasing intervals up to 5 s, and counts zombies as alive. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(DrivenSupervisor.class);
    private static final Duration ROTATION = Duration.ofMinutes(1);

    private final Map<UnitId, SupervisedUnit> units = new ConcurrentHashMap<>();
    private final UnitDriver driver;
    private final UnitRecords records;
    private final UnitReports reports;
    private final RestartPolicy policy;
    private final Clock clock = Clock.systemUTC();
    private volatile Supervision supervision;

    /** Does nothing yet. */
    public DrivenSupervisor(Home home, UnitDriver driver, UnitListener listener) {
        this(home, driver, listener, RestartPolicy.STANDARD);
    }

    DrivenSupervisor(Home home, UnitDriver driver, UnitListener listener, RestartPolicy policy) {
        this.driver = driver;
        this.policy = policy;
        this.records = new UnitRecords(home);
        this.reports = new UnitReports(driver.logs(), listener, clock);
        this.supervision = supervision(Permit.ALWAYS);
        supervision.timer().close();
    }

    private Supervision supervision(Permit permit) {
        return new Supervision(driver, records, policy, new UnitTimer(), reports, permit, clock);
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
        driver.endForgottenTasks();
        driver.exposure()
                .ifPresent(reason -> LOG.warnf(
                        "Builds and services of tenants are not isolated on this machine; they can read what the"
                                + " manager can read: %s",
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
        driver.end(id, null, grace);
    }

    @Override
    public UnitStatus status(UnitId id) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? UnitStatus.unseen(id) : unit.status(driver.look());
    }

    @Override
    public Map<TenantSlug, List<UnitStatus>> statuses(Set<TenantSlug> tenants) {
        Families families = driver.look();
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
        return unit == null ? LogPage.empty(cursor) : unit.page(cursor, limit);
    }

    @Override
    public LogPage follow(UnitId id, String cursor, int limit, Duration patience) {
        long start = System.nanoTime();
        while (!units.containsKey(id) && System.nanoTime() - start < patience.toNanos()) {
            pause();
        }
        SupervisedUnit unit = units.get(id);
        Duration left = patience.minusNanos(System.nanoTime() - start);
        return unit == null ? LogPage.empty(cursor) : unit.follow(cursor, limit, left);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while waiting for a line of the log");
        }
    }

    @Override
    public LogPage around(UnitId id, String place, int before, int after) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? LogPage.empty("") : unit.around(place, before, after);
    }

    @Override
    public LogPage lastPage(UnitId id, int count) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? LogPage.empty("") : unit.lastPage(count);
    }

    @Override
    public boolean listens(UnitId id, PortNumber port) {
        SupervisedUnit unit = units.get(id);
        return unit != null && unit.listens(port);
    }

    @Override
    public List<Listener> listeners(UnitId id) {
        SupervisedUnit unit = units.get(id);
        return unit == null ? List.of() : unit.listeners();
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
                driver.forget(status.id());
            }
        }
        driver.forget(slug);
    }

    @Override
    public CommandResult run(Task task, RunScope scope) {
        return driver.run(task, scope);
    }

    @Override
    public boolean hasUserPerTenant() {
        return driver.hasUserPerTenant();
    }

    @Override
    public Optional<String> exposure() {
        return driver.exposure();
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
        driver.logs().rotate(units());
    }

    private void look() {
        if (units.values().stream().anyMatch(SupervisedUnit::hasProcesses)) {
            Families families = driver.look();
            units.values().forEach(unit -> unit.look(families));
        }
        driver.logs().look(units());
    }

    private List<Unit> units() {
        return units.values().stream().map(SupervisedUnit::unit).toList();
    }

    private SupervisedUnit supervised(Unit unit) {
        return units.computeIfAbsent(unit.id(), id -> new SupervisedUnit(UnitRecord.unseen(unit), supervision));
    }
}
