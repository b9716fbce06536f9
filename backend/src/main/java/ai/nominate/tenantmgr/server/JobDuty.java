package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Jobs;
import ai.nominate.tenantmgr.job.Permit;
import jakarta.enterprise.context.ApplicationScoped;

/** Jobs of a server are executed by its lease holder only. */
@ApplicationScoped
class JobDuty implements ServerDuty {
    private final Jobs jobs;

    JobDuty(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        jobs.start();
    }

    @Override
    public void end() {
        jobs.stop();
    }
}
