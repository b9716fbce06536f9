package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Tracks whether this manager owns a run. Checks the row every second and records the last success on the monotonic
 * clock. After {@link #LONGEST_SILENCE} without a success every effect is denied, because another instance may have
 * taken over: this process may have been frozen or cut off from the database. Interrupts the run's thread after a
 * cancellation or loss.
 */
public final class RunLease implements Permit, AutoCloseable {
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Logger LOG = Logger.getLogger(RunLease.class);

    private final RunRecord record;
    private final Permit server;
    private final LongSupplier nanoTime;
    private final Thread worker = Thread.currentThread();
    private Thread watch;
    private volatile long lastGood;
    private volatile boolean lost;
    private volatile boolean cancelled;
    private boolean cancellable = true;
    private boolean closed;

    /**
     * @param server the lease of the server, without which no run acts
     * @param nanoTime the monotonic clock, in nanoseconds
     */
    public RunLease(RunRecord record, Permit server, LongSupplier nanoTime) {
        this.server = server;
        this.record = record;
        this.nanoTime = nanoTime;
        this.lastGood = nanoTime.getAsLong();
    }

    /** Checks the row at once, so that a run which was cancelled while it waited begins no step; then every second. */
    public RunLease watch() {
        look();
        Thread.interrupted(); // nothing is under way that the cancellation could interrupt
        watch = Thread.ofVirtual().name("lease-" + record.id()).start(this::lookAgainAndAgain);
        return this;
    }

    private void lookAgainAndAgain() {
        try {
            while (!lost) {
                Thread.sleep(LOOK);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks the row once. A failure of the database leaves the lease unchanged. */
    void look() {
        long asked = nanoTime.getAsLong();
        try {
            RunRecord.Pulse pulse = record.pulse();
            if (!pulse.isOurs()) {
                lost = true;
                interruptWorker();
                return;
            }
            lastGood = asked;
            if (pulse.cancelRequested() && !cancelled) {
                cancel();
            }
        } catch (RuntimeException e) {
            LOG.warnf("Run %s: lease not confirmed: %s", record.id(), e.getMessage());
        }
    }

    @Override
    public void check() {
        server.check();
        if (lost || nanoTime.getAsLong() - lastGood > LONGEST_SILENCE.toNanos()) {
            throw new PermitLost("run " + record.id() + " may belong to another instance");
        }
    }

    @Override
    public <T> T transaction(Supplier<Uni<T>> work) {
        check();
        return record.transaction(work);
    }

    private synchronized void cancel() {
        cancelled = true;
        if (cancellable) {
            interruptWorker();
        }
    }

    /** The row of a run that has ended is nobody's: a look at it must not interrupt what its thread does next. */
    private synchronized void interruptWorker() {
        if (!closed) {
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

    /**
     * From here on cancellation is ignored: the run is past its point of no return, or its changes are being undone.
     */
    synchronized void ignoreCancel() {
        cancellable = false;
        Thread.interrupted();
    }

    /** Interrupts the thread of the run no more. */
    @Override
    public synchronized void close() {
        closed = true;
        if (watch != null) {
            watch.interrupt();
        }
    }
}
