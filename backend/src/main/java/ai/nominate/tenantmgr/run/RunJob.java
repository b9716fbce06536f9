package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.JobLane;

/** Carries out runs with the workers of one lane, so that a short run never waits for builds, nor a build for a browser. */
record RunJob(String name, JobLane lane, RunWorker worker) implements Job {
    /** Runs that may take long, such as those that build a release. */
    static final String LONG = "run";
    /** Runs of kinds that are short, and cancelled runs that no worker has begun. */
    static final String SHORT = "short-run";
    /** Runs of kinds that need much of the machine. */
    static final String HEAVY = "heavy-run";

    @Override
    public void run(String id) {
        worker.run(id);
    }
}
