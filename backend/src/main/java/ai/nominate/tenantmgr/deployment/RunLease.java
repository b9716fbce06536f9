package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.Permit;
import ai.nominate.tenantmgr.host.command.PermitLost;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Tracks whether this instance still owns a run. Checks every second and records the last success on the monotonic clock: a
 * process that was frozen or cut off from the database for longer than the limit must stop, because another instance may have
 * taken the run over. Also delivers cancellation: it interrupts the run's thread.
 */
final class RunLease implements Permit, AutoCloseable {
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RunLease.class);

    private final RunRecord record;
    private final Thread worker = Thread.currentThread();
    private final Thread watch;
    private volatile long lastGood = System.nanoTime();
    private volatile boolean lost;
    private volatile boolean cancelled;
    private boolean cancellable = true;

    RunLease(RunRecord record) {
        this.record = record;
        this.watch = Thread.ofVirtual().name("lease-" + record.id()).start(this::watch);
    }

    private void watch() {
        try {
            while (!lost) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        long asked = System.nanoTime();
        try {
            RunRecord.Pulse pulse = record.pulse();
            if (!pulse.ours()) {
                lost = true;
                worker.interrupt();
                return;
            }
            lastGood = asked;
            if (pulse.cancelRequested() && !cancelled) {
                cancel();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Lease of deployment %s could not be checked: %s", record.id(), e.getMessage());
        }
    }

    @Override
    public void check() {
        if (lost || System.nanoTime() - lastGood > LONGEST_SILENCE.toNanos()) {
            throw new PermitLost(
                    "the lease of deployment " + record.id() + " was lost or could not be renewed in time");
        }
    }

    private synchronized void cancel() {
        cancelled = true;
        if (cancellable) {
            worker.interrupt();
        }
    }

    /** Whether cancellation was requested and is still possible. */
    synchronized boolean isCancelled() {
        return cancelled && cancellable;
    }

    boolean isLost() {
        return lost;
    }

    /** From here on cancellation is ignored: a rollback has started, or visitors see the new release. */
    synchronized void beyondCancelling() {
        cancellable = false;
        Thread.interrupted();
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
