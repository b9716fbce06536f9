package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.JobLane;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs of kinds that are short, and cancelled runs that no worker has begun: they do not wait for builds and migrations. */
@ApplicationScoped
class ShortRunJob implements Job {
    static final String NAME = "short-run";
    private final RunWorker worker;

    ShortRunJob(RunWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobLane lane() {
        return JobLane.SHORT;
    }

    @Override
    public void run(String id) {
        worker.run(id);
    }
}
