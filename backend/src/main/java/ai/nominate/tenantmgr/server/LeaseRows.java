package ai.nominate.tenantmgr.server;

import java.util.OptionalLong;

/** The lease's row. Each method is one statement that uses the database clock. Blocks. */
interface LeaseRows {
    LeaseState look();

    /**
     * Takes the lease, if it may be taken at this moment: it has run out, and this home is this manager's to work on; or its
     * owner worked on this home under the lock that this manager holds now, so the owner has ended.
     *
     * @param seen what was looked at; when another manager has taken the lease since, this one does not
     * @param homeLocked whether this manager holds its home's lock
     * @return the new epoch; empty when the lease may not be taken
     */
    OptionalLong acquire(LeaseState seen, boolean homeLocked);

    /** @return whether the lease is still this manager's, with this epoch */
    boolean renew(long epoch, boolean homeLocked);

    /** Gives the lease back, if it is still this manager's. */
    void release(long epoch);
}
