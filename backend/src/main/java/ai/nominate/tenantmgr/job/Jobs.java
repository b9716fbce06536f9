package ai.nominate.tenantmgr.job;

import ai.nominate.tenantmgr.kernel.OwnServer;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Executes jobs with db-scheduler. A job is enqueued in the caller's transaction, so it exists exactly if its row exists. It
 * belongs to a server, and only that server's manager picks it: the server's number is part of the task's name. Jobs picked by
 * an earlier manager of the server are released at the start. Each lane has a scheduler of its own.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final String NAME = "server-";
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** db-scheduler deletes tasks that it does not know after a while; here those are of other servers. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final String ENQUEUE = """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (:name, :id, now(), false, 1) on conflict do nothing""";

    private static final String RELEASE = """
            update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, execution_time = now(),
                version = version + 1
            where picked and task_name = any(?)""";

    private final AgroalDataSource database;
    private final List<Job> jobs;
    private final OwnServer own;
    private volatile List<Scheduler> schedulers = List.of();

    Jobs(AgroalDataSource database, @All List<Job> jobs, OwnServer own) {
        this.database = database;
        this.jobs = jobs;
        this.own = own;
    }

    private Scheduler scheduler(JobLane lane) {
        String name = lane.name().toLowerCase(Locale.ROOT);
        List<Task<?>> tasks = jobs.stream()
                .filter(job -> job.lane() == lane)
                .<Task<?>>map(this::task)
                .toList();
        return Scheduler.create(database, tasks)
                .schedulerName(new SchedulerName.Fixed(NAME + own.id() + "-" + name))
                .threads(lane.workers())
                .executorService(Executors.newFixedThreadPool(
                        lane.workers(),
                        Thread.ofVirtual().name("job-" + name + "-", 1).factory()))
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .enableImmediateExecution()
                .build();
    }

    private static String taskName(String job, short server) {
        return job + "@" + server;
    }

    private OneTimeTask<Void> task(Job job) {
        return Tasks.oneTime(taskName(job.name(), own.id()))
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

    /** Enqueues for this manager's own server. @see #enqueue(String, String, short) */
    public Uni<Void> enqueue(String job, String id) {
        return enqueue(job, id, own.id());
    }

    /**
     * Enqueues in the caller's transaction. Call {@link #wake()} after it, or wait for the next look, at most 2 s.
     *
     * @param server the server whose manager carries it out
     */
    public Uni<Void> enqueue(String job, String id, short server) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(ENQUEUE)
                        .setParameter("name", taskName(job, server))
                        .setParameter("id", id)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    /** Looks for due jobs now, if this manager carries any out. */
    public void wake() {
        schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    /** Begins to carry out the own server's jobs. Only the holder of the server's lease may call it. Blocks. */
    public synchronized void start() {
        int released = releasePicked();
        if (released > 0) {
            LOG.infof("Resuming %d job(s) that were running when the last manager stopped", released);
        }
        List<Scheduler> fresh =
                Arrays.stream(JobLane.values()).map(this::scheduler).toList();
        fresh.forEach(Scheduler::start);
        schedulers = fresh;
    }

    /** Interrupts running jobs, which resume after the next start. Waits for at most 2 s. */
    public synchronized void stop() {
        List<Scheduler> running = schedulers;
        schedulers = List.of();
        try (var stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(scheduler -> stopping.submit(() -> scheduler.stop()));
        }
    }

    /** The manager that picked them does not hold the lease any more. */
    private int releasePicked() {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(RELEASE)) {
            Object[] names =
                    jobs.stream().map(job -> taskName(job.name(), own.id())).toArray();
            update.setArray(1, connection.createArrayOf("text", names));
            return update.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("the jobs of the last manager cannot be released", e);
        }
    }
}
