package ai.nominate.tenantmgr.server;

/** The lock on the home, as the lease uses it. The kernel ends it with its holder's process. */
interface HomeClaim {
    /** @return whether this manager holds the lock now */
    boolean take();

    /** Lets another manager take it. */
    void giveUp();
}
