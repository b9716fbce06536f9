package ai.nominate.tenantmgr.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Executes jobs with db-scheduler. A job is enqueued in the caller's transaction, so it exists exactly if its row
 * exists. Jobs of a dead manager are taken over after four missed heartbeats; jobs that this installation had picked
 * before a restart are released immediately, because the lock on its home excludes any other owner.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final String NAME = "local";
    private static final int SIDE_BY_SIDE = 8;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int LATE = 5000;
    private static final String ENQUEUE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:name, :id, now(), false, 1) on conflict do nothing""";

    private final Scheduler scheduler;
    private final AgroalDataSource database;

    Jobs(AgroalDataSource database, @All List<Job> jobs) {
        this.database = database;
        this.scheduler = Scheduler.create(
                        database, jobs.stream().<Task<?>>map(Jobs::task).toList())
                .schedulerName(new SchedulerName.Fixed(NAME))
                .threads(SIDE_BY_SIDE)
                .executorService(Executors.newFixedThreadPool(
                        SIDE_BY_SIDE, Thread.ofVirtual().name("job-", 1).factory()))
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .enableImmediateExecution()
                .build();
    }

    private static OneTimeTask<Void> task(Job job) {
        return Tasks.oneTime(job.name())
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(PAUSE)))
                .execute((instance, context) -> {
                    try {
                        job.run(instance.getId());
                    } finally {
                        settle(context.getSchedulerState().isShuttingDown());
                    }
                });
    }

    /** A cancelled run leaves the interrupt flag set. JDBC would close its connection and lose the job's completion. */
    private static void settle(boolean isShuttingDown) {
        if (!isShuttingDown) {
            Thread.interrupted();
        }
    }

    /**
     * Enqueues in the caller's transaction. Call {@link #wake()} after it, or the job starts at the next poll, within 2
     * s.
     */
    public Uni<Void> enqueue(String job, String id) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ENQUEUE)
                        .setParameter("name", job)
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Polls for due jobs now. */
    public void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    void onStart(@Observes @Priority(LATE) StartupEvent start) {
        int released = releaseOwn();
        if (released > 0) {
            LOG.infof("Resuming %d job(s) that were running when the manager stopped", released);
        }
        scheduler.start();
    }

    /** Running jobs resume after the next start; shutdown does not wait for them. */
    void onStop(@Observes ShutdownEvent stop) {
        scheduler.stop();
    }

    private int releaseOwn() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update scheduled_tasks set picked = false, picked_by = null, "
                        + "last_heartbeat = null, execution_time = now(), version = version + 1 where picked_by = ?")) {
            update.setString(1, NAME);
            return update.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the jobs of the last run could not be released", e);
        }
    }
}
