package ai.nominate.tenantmgr.job;

/** A group of jobs with workers of its own: jobs of one lane never wait for those of another. */
public enum JobLane {
    LONG(8),
    SHORT(8),
    /** Jobs that each need much of the machine, such as those that start a browser. */
    HEAVY(2);

    private final int workers;

    JobLane(int workers) {
        this.workers = workers;
    }

    /** How many jobs of the lane run side by side. */
    int workers() {
        return workers;
    }
}
