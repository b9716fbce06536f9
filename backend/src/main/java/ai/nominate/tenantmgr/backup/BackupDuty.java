package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.server.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the holder of a server's lease does for the backups of its tenants, twice a minute: queues due ones, purges marked ones. */
@ApplicationScoped
class BackupDuty implements ServerDuty {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DueBackups due;
    private final Purging purging;
    private final RecurringTask task;
    private final Watch watch = new Watch("backup-watch", PAUSE, this::look);

    BackupDuty(DueBackups due, Purging purging, ScheduleBook schedules) {
        this.due = due;
        this.purging = purging;
        this.task = schedules.register("backups.watch", "Look at backups", PAUSE, Duration.ofMinutes(30));
        task.rest();
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        task.expect();
        watch.begin(permit);
    }

    @Override
    public void end() {
        watch.end();
        task.rest();
    }

    /** One that cannot be queued or purged keeps no other from it. */
    void look(Permit permit) {
        task.runBlocking(() -> {
            due.schedule(permit);
            due.queue(permit);
            purging.settle(permit);
            purging.purge(permit);
        });
    }
}
