package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What the holder of a server's lease does for the backups of its tenants, twice a minute: queues due ones, purges marked ones. */
@ApplicationScoped
class BackupDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(BackupDuty.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final DueBackups due;
    private final Purging purging;
    private final RecurringTask task;
    private Thread watch = Thread.ofVirtual().unstarted(() -> {});

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
        watch = Thread.ofVirtual().name("backups").start(() -> watch(permit));
    }

    @Override
    public void end() {
        watch.interrupt();
        task.rest();
    }

    private void watch(Permit permit) {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look(permit);
            }
        } catch (InterruptedException | RunInterrupted | PermitLost e) {
            LOG.debugf("Backups are no longer watched: %s", e.getMessage());
        }
    }

    /** One that cannot be queued or purged keeps no other from it. */
    void look(Permit permit) {
        try {
            task.runBlocking(() -> {
                due.schedule(permit);
                due.queue(permit);
                purging.settle(permit);
                purging.purge(permit);
            });
        } catch (RunInterrupted | PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "The backups could not be looked at");
        }
    }
}
