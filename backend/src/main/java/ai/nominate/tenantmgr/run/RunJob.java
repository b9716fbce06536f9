package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.job.Job;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs that may take long, such as those that build a release. */
@ApplicationScoped
class RunJob implements Job {
    static final String NAME = "run";
    private final RunWorker worker;

    RunJob(RunWorker worker) {
        this.worker = worker;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        worker.run(id);
    }
}
