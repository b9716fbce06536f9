package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The state of one unit. Changes run under its lock, in order; reads never wait. */
final class SupervisedUnit {
    private static final Logger LOG = Logger.getLogger(SupervisedUnit.class);
    private static final String NOTHING = "";
    private static final Duration UNTIL_PERMITTED = Duration.ofSeconds(1);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration REMAINS_GRACE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Supervision supervision;
    private volatile UnitRecord record;
    private long startedNanos;
    private boolean kept;
    private Future<?> restart;

    SupervisedUnit(UnitRecord record, Supervision supervision) {
        this.record = record;
        this.supervision = supervision;
    }

    /** Compares the stored record with the running processes. */
    void recall() {
        guarded(() -> {
            boolean wanted = record.state() == UnitState.RUNNING || record.state() == UnitState.RESTARTING;
            if (wanted && !running()) {
                change(record.ended(UnitState.FAILED, supervision.clock().instant(), null));
            }
            return NOTHING;
        });
    }

    void start(Unit unit, Permit permit) {
        guarded(() -> {
            permit.check();
            record = record.of(unit);
            if (!running()) {
                kept &= record.state() == UnitState.RESTARTING;
                cancelRestart();
                record = record.attempt(logs().place(unit));
                launch();
            }
            return NOTHING;
        });
    }

    void keep(Unit unit) {
        guarded(() -> {
            record = record.of(unit);
            kept = true;
            return record.state() == UnitState.FAILED
                    ? afterDeath("exited" + exitCode(record.lastExit()), 1, record.lastExit())
                    : NOTHING;
        });
    }

    void stop(Duration grace, Permit permit) {
        guarded(() -> {
            permit.check();
            kept = false;
            cancelRestart();
            ProcessIdentity leader = record.leader();
            driver().end(id(), leader, grace);
            if (record.state() != UnitState.STOPPED) {
                Integer exit = leader == null ? record.lastExit() : driver().exit(id(), leader);
                change(record.ended(UnitState.STOPPED, supervision.clock().instant(), exit));
            }
            return NOTHING;
        });
    }

    /** @return whether it was already running */
    boolean adopt(Unit unit) {
        AtomicBoolean found = new AtomicBoolean();
        guarded(() -> {
            supervision.permit().check();
            boolean changed = !record.unit().equals(unit);
            record = record.of(unit);
            kept = true;
            found.set(running());
            if (found.get()) {
                if (changed) {
                    change(record); // such as limits that an earlier manager did not know
                }
                return NOTHING;
            }
            cancelRestart();
            record = record.counting(record.restarts(), 0);
            return launchOrRetry();
        });
        return found.get();
    }

    /** Notices deaths that no callback reported, or that came while the manager might not act, and exceeded limits. */
    void look(Families families) {
        UnitRecord now = record;
        ProcessIdentity leader = now.leader();
        if (leader == null) {
            return;
        }
        if (!families.holds(leader) && !driver().alive(leader)) {
            supervision.timer().now(() -> died(leader, driver().exit(id(), leader)));
            return;
        }
        driver().excess(now.unit(), families.of(id().toString(), leader))
                .ifPresent(excess -> supervision.timer().now(() -> end(leader, excess)));
    }

    UnitStatus status(Families families) {
        UnitRecord now = record;
        return now.status(families.of(id().toString(), now.leader()));
    }

    boolean hasProcesses() {
        return record.leader() != null;
    }

    LogPage page(String cursor, int limit) {
        return logs().page(unit(), cursor, limit, hasProcesses());
    }

    LogPage follow(String cursor, int limit, Duration patience) {
        return logs().follow(unit(), cursor, limit, patience, hasProcesses());
    }

    LogPage around(String place, int before, int after) {
        return logs().around(unit(), place, before, after, hasProcesses());
    }

    LogPage lastPage(int count) {
        return logs().end(unit(), record.logFrom(), count, hasProcesses());
    }

    boolean listens(PortNumber port) {
        return driver().listens(id(), record.leader(), port);
    }

    List<Listener> listeners() {
        return driver().listeners(id(), record.leader());
    }

    Unit unit() {
        return record.unit();
    }

    private UnitDriver driver() {
        return supervision.driver();
    }

    private UnitLogs logs() {
        return driver().logs();
    }

    private UnitId id() {
        return record.unit().id();
    }

    private boolean running() {
        if (record.leader() != null && driver().alive(record.leader())) {
            return true;
        }
        driver().leader(id()).ifPresent(leader -> {
            startedNanos = System.nanoTime();
            change(record.running(leader, supervision.clock().instant()));
        });
        return record.leader() != null && driver().alive(record.leader());
    }

    private void launch() {
        driver().end(id(), record.leader(), REMAINS_GRACE); // leftovers of an earlier run would block its port
        // a manager that crashes in the next lines leaves a record to search for
        supervision.records().save(record.running(null, supervision.clock().instant()));
        try {
            startedNanos = System.nanoTime();
            ProcessIdentity leader = driver().launch(
                            unit(), (process, exit) -> supervision.timer().now(() -> died(process, exit)));
            change(record.running(leader, supervision.clock().instant()));
        } catch (UncheckedIOException e) {
            change(record.ended(UnitState.FAILED, supervision.clock().instant(), null));
            throw e;
        }
    }

    private void died(ProcessIdentity leader, Integer exit) {
        guarded(() -> {
            if (!supervision.mayAct() || !leader.equals(record.leader())) {
                return NOTHING;
            }
            Optional<String> excess = driver().excessAtEnd(unit());
            driver().end(id(), leader, REMAINS_GRACE);
            record = record.exceeding(excess.orElse(null));
            return afterDeath(
                    excess.map(SupervisedUnit::wasEnded).orElse("exited" + exitCode(exit)), quickDeaths(), exit);
        });
    }

    /** Ends it at once: a unit that takes the memory of all others gets no grace. */
    private void end(ProcessIdentity leader, String excess) {
        guarded(() -> {
            if (!supervision.mayAct() || !leader.equals(record.leader())) {
                return NOTHING;
            }
            driver().end(id(), leader, Duration.ZERO);
            record = record.exceeding(excess);
            return afterDeath(wasEnded(excess), quickDeaths(), driver().exit(id(), leader));
        });
    }

    private int quickDeaths() {
        boolean quick = System.nanoTime() - startedNanos
                < supervision.policy().healthy().toNanos();
        return quick ? record.quickDeaths() + 1 : 0;
    }

    private void startAgain() {
        guarded(() -> {
            if (supervision.timer().closed() || !kept || record.state() != UnitState.RESTARTING) {
                return NOTHING;
            }
            if (!supervision.mayAct()) {
                restart = supervision.timer().after(UNTIL_PERMITTED, this::startAgain);
                return NOTHING;
            }
            record = record.counting(record.restarts() + 1, record.quickDeaths());
            String problem = launchOrRetry();
            return problem.equals(NOTHING) ? id() + " was restarted." : problem;
        });
    }

    /** @return the message if it could not be started */
    private String launchOrRetry() {
        try {
            launch();
            return NOTHING;
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "%s could not be started", id());
            return afterDeath("could not be started", record.quickDeaths() + 1, null);
        }
    }

    private String afterDeath(String event, int quickDeaths, Integer exit) {
        String ended = id() + " " + event;
        record = record.counting(record.restarts(), quickDeaths);
        if (kept && !supervision.policy().givesUp(quickDeaths)) {
            Duration pause = supervision.policy().pause(quickDeaths);
            change(record.ended(UnitState.RESTARTING, supervision.clock().instant(), exit));
            restart = supervision.timer().after(pause, this::startAgain);
            return ended + "; restarting in " + pause.toSeconds() + " s.";
        }
        change(record.ended(UnitState.FAILED, supervision.clock().instant(), exit));
        String givenUp = "; not restarted after " + quickDeaths + " quick crashes in a row.";
        return ended + (kept ? givenUp : ".");
    }

    private static String wasEnded(String excess) {
        return excess + ", and was ended";
    }

    private static String exitCode(Integer exit) {
        return exit == null ? "" : " with code " + exit;
    }

    private void cancelRestart() {
        if (restart != null) {
            restart.cancel(false);
            restart = null;
        }
    }

    private void change(UnitRecord next) {
        supervision.records().save(next); // first, so that no reader sees a state that the next manager would not know
        record = next;
    }

    /** Waits a moment for a change that has begun, so that nothing is written after its supervisor was closed. */
    void settle() throws InterruptedException {
        if (lock.tryLock(1, TimeUnit.SECONDS)) {
            lock.unlock();
        }
    }

    /**
     * Runs one change at a time. Its message is written to the log under the lock, in the order of events, and delivered to
     * the listener after the lock is released, because the listener may call back.
     */
    private void guarded(Supplier<String> change) {
        String sentence;
        UnitStatus status;
        lock.lock();
        try {
            sentence = change.get();
            status = record.status();
            if (!sentence.equals(NOTHING)) {
                supervision.news().write(unit(), sentence);
            }
        } finally {
            lock.unlock();
        }
        if (!sentence.equals(NOTHING)) {
            supervision.news().tell(status, sentence);
        }
    }
}
