package ai.nominate.tenantmgr.server;

/** The lock on the home, as used by the lease. The kernel releases it when the process ends. */
interface HomeClaim {
    /** @return whether this manager holds the lock now */
    boolean take();

    /** Releases the lock. */
    void giveUp();
}
