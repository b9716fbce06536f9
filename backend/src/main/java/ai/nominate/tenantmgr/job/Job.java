package ai.nominate.tenantmgr.job;

/**
 * One kind of long work. The row behind the id is the truth; the job is only the hand. May be called again for the same id
 * after a crash, also while a dead manager's children still run: it looks, then converges.
 */
public interface Job {
    /** A fixed name; it stands in the database. */
    String name();

    /** Does the work. Runs on a virtual thread. Whatever it throws, it is called again after a pause. */
    void run(String id);
}
