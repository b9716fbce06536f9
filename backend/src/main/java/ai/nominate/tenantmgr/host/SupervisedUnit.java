package ai.nominate.tenantmgr.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/** The life of one unit. What changes it happens under its lock, one thing after the other; looking at it never waits. */
final class SupervisedUnit {
    private static final Logger LOG = Logger.getLogger(SupervisedUnit.class);
    private static final Duration REMAINS_GRACE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Supervision supervision;
    private volatile UnitRecord record;
    /** Null when the process was found, not started: then nobody tells how it ended. */
    private volatile Process child;

    private long startedNanos;
    private boolean kept;
    private Future<?> restart;

    SupervisedUnit(UnitRecord record, Supervision supervision) {
        this.record = record;
        this.supervision = supervision;
    }

    /** Compares what an earlier manager remembered with what runs. */
    void recall() {
        lock.lock();
        try {
            if (record.state() != UnitState.STOPPED && record.state() != UnitState.FAILED && !running()) {
                change(record.ended(UnitState.FAILED, supervision.clock().instant(), null));
            }
        } finally {
            lock.unlock();
        }
    }

    void start(Unit unit, Permit permit) {
        lock.lock();
        try {
            permit.check();
            record = record.of(unit);
            if (running()) {
                return;
            }
            kept &= record.state() == UnitState.RESTARTING;
            cancelRestart();
            record = record.counting(0, 0);
            launch();
        } finally {
            lock.unlock();
        }
    }

    void keep(Unit unit) {
        String sentence = null;
        lock.lock();
        try {
            record = record.of(unit);
            kept = true;
            if (record.state() == UnitState.FAILED) {
                sentence = afterDeath(1, record.lastExit());
            }
        } finally {
            lock.unlock();
        }
        tell(sentence);
    }

    void stop(Duration grace, Permit permit) {
        lock.lock();
        try {
            permit.check();
            kept = false;
            cancelRestart();
            ProcessIdentity leader = record.leader();
            SessionEnd.end(() -> supervision.processes().of(id(), leader), grace);
            if (record.state() != UnitState.STOPPED) {
                Integer exit = leader == null ? record.lastExit() : exit(child);
                change(record.ended(UnitState.STOPPED, supervision.clock().instant(), exit));
            }
            child = null;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether it ran already */
    boolean adopt(Unit unit) {
        String sentence = null;
        boolean found;
        lock.lock();
        try {
            record = record.of(unit);
            kept = true;
            found = running();
            if (!found) {
                cancelRestart();
                record = record.counting(record.restarts(), 0);
                sentence = launchOrRetry();
            }
        } finally {
            lock.unlock();
        }
        tell(sentence);
        return found;
    }

    /** Notices the death of one that is not our child. */
    void look() {
        ProcessIdentity leader = record.leader();
        if (leader != null && child == null && !supervision.processes().alive(leader)) {
            died(leader, null);
        }
    }

    UnitStatus status() {
        UnitRecord now = record;
        Long memory = now.leader() == null
                ? null
                : (Long) processes().stream()
                        .mapToLong(LiveProcess::residentBytes)
                        .sum();
        Long pid = now.leader() == null ? null : (Long) now.leader().pid();
        return new UnitStatus(id(), now.state(), pid, now.since(), now.restarts(), memory, now.lastExit());
    }

    List<LiveProcess> processes() {
        return supervision.processes().of(id(), record.leader());
    }

    Unit unit() {
        return record.unit();
    }

    private UnitId id() {
        return record.unit().id();
    }

    private boolean running() {
        if (record.leader() != null && supervision.processes().alive(record.leader())) {
            return true;
        }
        supervision.processes().leader(id()).ifPresent(leader -> {
            child = null;
            startedNanos = System.nanoTime();
            change(record.running(leader, supervision.clock().instant()));
        });
        return record.leader() != null && supervision.processes().alive(record.leader());
    }

    private void launch() {
        SessionEnd.end(this::processes, REMAINS_GRACE); // what an earlier life left would hold its port
        remember(record.running(
                null, supervision.clock().instant())); // a manager that dies now leaves a trace to look for
        try {
            Process process = supervision.processes().launch(record.unit());
            ProcessIdentity leader = supervision.processes().identity(process);
            child = process;
            startedNanos = System.nanoTime();
            change(record.running(leader, supervision.clock().instant()));
            process.onExit().thenAccept(ended -> supervision.timer().now(() -> died(leader, ended.exitValue())));
        } catch (UncheckedIOException e) {
            change(record.ended(UnitState.FAILED, supervision.clock().instant(), null));
            throw e;
        }
    }

    private void died(ProcessIdentity leader, Integer exit) {
        String sentence;
        lock.lock();
        try {
            if (supervision.timer().closed() || !leader.equals(record.leader())) {
                return;
            }
            SessionEnd.end(this::processes, REMAINS_GRACE);
            boolean quick = System.nanoTime() - startedNanos
                    < supervision.policy().healthy().toNanos();
            sentence = afterDeath(quick ? record.quickDeaths() + 1 : 0, exit);
        } finally {
            lock.unlock();
        }
        tell(sentence);
    }

    private void startAgain() {
        String sentence;
        lock.lock();
        try {
            if (supervision.timer().closed() || !kept || record.state() != UnitState.RESTARTING) {
                return;
            }
            record = record.counting(record.restarts() + 1, record.quickDeaths());
            sentence = launchOrRetry();
        } finally {
            lock.unlock();
        }
        tell(sentence == null ? id() + " was started again." : sentence);
    }

    /** @return what to tell when it could not be started */
    private String launchOrRetry() {
        try {
            launch();
            return null;
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "%s could not be started", id());
            return afterDeath(record.quickDeaths() + 1, null);
        }
    }

    private String afterDeath(int quickDeaths, Integer exit) {
        child = null;
        String ended = id() + " ended" + (exit == null ? "" : " with exit code " + exit);
        record = record.counting(record.restarts(), quickDeaths);
        if (kept && !supervision.policy().givesUp(quickDeaths)) {
            Duration pause = supervision.policy().pause(quickDeaths);
            change(record.ended(UnitState.RESTARTING, supervision.clock().instant(), exit));
            restart = supervision.timer().after(pause, this::startAgain);
            return ended + "; it is started again in " + pause.toSeconds() + " s.";
        }
        change(record.ended(UnitState.FAILED, supervision.clock().instant(), exit));
        String givenUp = "; after " + quickDeaths + " quick ends in a row it is not started again.";
        return ended + (kept ? givenUp : ".");
    }

    private void cancelRestart() {
        if (restart != null) {
            restart.cancel(false);
            restart = null;
        }
    }

    private void change(UnitRecord next) {
        record = next;
        remember(next);
    }

    private void remember(UnitRecord next) {
        try {
            supervision.records().save(next);
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "The record of %s could not be written", id());
        }
    }

    private void tell(String sentence) {
        if (sentence == null) {
            return;
        }
        LOG.warn(sentence);
        String line = "[tenantmgr] " + supervision.clock().instant() + " " + sentence + "\n";
        try {
            Files.writeString(record.unit().log(), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warnf("The log of %s cannot be written: %s", id(), e.getMessage());
        }
        supervision.listener().changed(status(), sentence);
    }

    private static Integer exit(Process ended) {
        if (ended == null) {
            return null;
        }
        ended.onExit().completeOnTimeout(ended, 1, TimeUnit.SECONDS).join();
        return ended.isAlive() ? null : ended.exitValue();
    }
}
