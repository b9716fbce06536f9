package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.JobLane;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The job of each lane. */
class RunJobs {
    @Produces
    @Singleton
    Job longRuns(RunWorker worker) {
        return new RunJob(RunJob.LONG, JobLane.LONG, worker);
    }

    @Produces
    @Singleton
    Job shortRuns(RunWorker worker) {
        return new RunJob(RunJob.SHORT, JobLane.SHORT, worker);
    }

    @Produces
    @Singleton
    Job heavyRuns(RunWorker worker) {
        return new RunJob(RunJob.HEAVY, JobLane.HEAVY, worker);
    }
}
