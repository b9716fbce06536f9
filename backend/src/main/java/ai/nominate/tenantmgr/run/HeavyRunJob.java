package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.JobLane;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs of kinds that need much of the machine: few at a time, and none takes the place of a build. */
@ApplicationScoped
class HeavyRunJob implements Job {
    static final String NAME = "heavy-run";
    private final RunWorker worker;

    HeavyRunJob(RunWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobLane lane() {
        return JobLane.HEAVY;
    }

    @Override
    public void run(String id) {
        worker.run(id);
    }
}
