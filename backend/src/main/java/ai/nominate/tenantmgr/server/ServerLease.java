package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The right to touch this manager's own server. Every change of the machine outside a run asks it for permission. It holds no
 * thread and no clock of its own: {@link LeaseKeeper} calls it in time, and so can a test.
 */
final class ServerLease implements Permit {
    /** How long a lease is good without a heartbeat, by the database's clock. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    private final LeaseRows rows;
    private final HomeClaim home;
    private final UUID installation;
    private final LongSupplier nanoTime;
    private volatile LeaseTerm term;

    ServerLease(LeaseRows rows, HomeClaim home, UUID installation, LongSupplier nanoTime) {
        this.rows = rows;
        this.home = home;
        this.installation = installation;
        this.nanoTime = nanoTime;
    }

    /** The holder of the lease, from the row. */
    LeaseState look() {
        return rows.look();
    }

    /** Takes the lease if that is possible now. A lock on the home that did not help is given up again. */
    Optional<LeaseTerm> tryAcquire() {
        LeaseState state = rows.look();
        boolean ownHome = installation.equals(state.installation());
        if (state.isValid() && !(ownHome && state.homeLocked())) {
            return Optional.empty();
        }
        boolean locked = home.take();
        boolean acquired = false;
        try {
            long asked = nanoTime.getAsLong();
            if (locked || ownHome && !state.isValid()) {
                OptionalLong epoch = rows.acquire(state, locked);
                acquired = epoch.isPresent();
                epoch.ifPresent(number -> term = new LeaseTerm(number, asked, nanoTime));
            }
            return acquired ? Optional.of(term) : Optional.empty();
        } finally {
            if (!acquired) {
                home.giveUp();
            }
        }
    }

    /** One heartbeat. Ends the term if another manager has taken the lease. */
    void renew(LeaseTerm held) {
        boolean locked = home.take();
        long asked = nanoTime.getAsLong();
        if (rows.renew(held.epoch(), locked)) {
            held.seenAt(asked);
        } else {
            held.end();
        }
    }

    /** Call it after all work under the lease has ended. The lock on the home is released last, as proof of that. */
    void release(LeaseTerm held) {
        boolean wasOurs = !held.isOver();
        held.end();
        try {
            if (wasOurs) {
                rows.release(held.epoch());
            }
        } finally {
            home.giveUp();
        }
    }

    /** Whether this manager may change its server now. */
    boolean isHeld() {
        LeaseTerm current = term;
        return current != null && current.holds();
    }

    /** @throws PermitLost if no lease is held */
    LeaseTerm current() {
        LeaseTerm current = term;
        if (current == null) {
            throw new PermitLost("this manager does not hold the lease of its server");
        }
        return current;
    }

    @Override
    public void check() {
        current().check();
    }

    @Override
    public <T> T transaction(Supplier<Uni<T>> work) {
        return current().transaction(work);
    }
}
