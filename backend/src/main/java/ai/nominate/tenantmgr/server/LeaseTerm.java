package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * One lease from its acquisition to its loss. Remembers on the monotonic clock when the row last said that it is held, and
 * permits nothing when that is too long ago: by the time another manager can take the lease, this one has long stopped.
 */
final class LeaseTerm implements Permit {
    /** Half of a lease: what was permitted has the other half to take effect. */
    static final Duration LONGEST_SILENCE = ServerLease.LENGTH.dividedBy(2);

    private final long epoch;
    private final LongSupplier nanoTime;
    private volatile long lastGood;
    private volatile boolean isOver;

    LeaseTerm(long epoch, long asked, LongSupplier nanoTime) {
        this.epoch = epoch;
        this.lastGood = asked;
        this.nanoTime = nanoTime;
    }

    long epoch() {
        return epoch;
    }

    /** @param asked the monotonic time before the row was asked */
    void seenAt(long asked) {
        lastGood = asked;
    }

    /** The lease was lost or released; final. */
    void end() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }

    boolean holds() {
        return !isOver && nanoTime.getAsLong() - lastGood <= LONGEST_SILENCE.toNanos();
    }

    @Override
    public void check() {
        if (!holds()) {
            throw new PermitLost("another manager may hold the lease of this server");
        }
    }

    /** Checked again before the commit, which has half a lease to arrive. A lock on the row would let a stopped process keep it. */
    @Override
    public <T> T transaction(Supplier<Uni<T>> work) {
        check();
        return Reactive.transaction(() -> work.get().invoke(done -> check()));
    }
}
