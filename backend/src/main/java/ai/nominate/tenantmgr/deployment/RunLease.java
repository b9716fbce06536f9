package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Knows whether a run is still ours. Looks every second and remembers, on the monotonic clock, when it last saw that it was: a
 * process that was frozen or cut off from the database for longer than the limit may not act any more, because by then another
 * instance may. Also how a cancelled run learns of it: its thread is interrupted.
 */
final class RunLease implements Permit, AutoCloseable {
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RunLease.class);

    private final RunRecord record;
    private final Permit server;
    private final Thread worker = Thread.currentThread();
    private final Thread watch;
    private volatile long lastGood = System.nanoTime();
    private volatile boolean lost;
    private volatile boolean cancelled;
    private boolean cancellable = true;

    /** @param server the lease of the server, without which no run acts */
    RunLease(RunRecord record, Permit server) {
        this.server = server;
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
            LOG.warnf("Deployment %s cannot see whether it is still ours: %s", record.id(), e.getMessage());
        }
    }

    @Override
    public void check() {
        server.check();
        if (lost || System.nanoTime() - lastGood > LONGEST_SILENCE.toNanos()) {
            throw new PermitLost("deployment " + record.id() + " may belong to another instance by now");
        }
    }

    private synchronized void cancel() {
        cancelled = true;
        if (cancellable) {
            worker.interrupt();
        }
    }

    /** Whether somebody asked to cancel, and it can still be heeded. */
    synchronized boolean isCancelled() {
        return cancelled && cancellable;
    }

    boolean isLost() {
        return lost;
    }

    /** From here on a request to cancel is not heeded: something is being put back, or visitors see the new release. */
    synchronized void beyondCancelling() {
        cancellable = false;
        Thread.interrupted();
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
