package ai.nominate.tenantmgr.job;

/**
 * One kind of long-running work. The row behind the id holds the state; the job only executes it. May run again for the
 * same id after a crash, even while child processes of the dead manager are still running: it must check the state
 * first.
 */
public interface Job {
    /** Fixed name, stored in the database. */
    String name();

    /** The workers that carry it out. */
    default JobLane lane() {
        return JobLane.LONG;
    }

    /** Does the work. Runs on a virtual thread. If it throws, it is called again after a pause. */
    void run(String id);
}
