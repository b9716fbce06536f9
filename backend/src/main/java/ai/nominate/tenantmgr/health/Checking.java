package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Probe;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/**
 * The checks of one server during one lease: a thread that begins what is due, and a thread that writes. They are apart, so that
 * checks go on while the database is away. What belongs to an earlier lease is not written: the writer has the permit of its own.
 */
final class Checking {
    private static final Logger LOG = Logger.getLogger(Checking.class);
    /** Two and a half minutes of 333 results a second. */
    private static final int MOST_WAITING = 50_000;

    private static final long TICK_MS = 200;
    static final Duration TURN = Duration.ofSeconds(1);
    private static final long LONGEST_CHECK_S = 20;

    private final Schedule schedule = new Schedule();
    private final ResultBuffer buffer = new ResultBuffer(MOST_WAITING);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("health-check-", 1).factory());
    private final ConcurrentHashMap<UUID, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private final Dispatcher dispatcher;
    private final HealthWriter writer;
    private final RecurringTask task;
    private volatile boolean isStopping;
    private Thread dispatching;
    private Thread writing;

    /** @param task notes each turn of the writer */
    Checking(
            List<Probe> probes,
            Clock clock,
            BiFunction<Schedule, ResultBuffer, HealthWriter> writer,
            RecurringTask task) {
        this.dispatcher = new Dispatcher(probes, schedule, buffer, threads, clock);
        this.writer = writer.apply(schedule, buffer);
        this.task = task;
    }

    void start() {
        dispatching = Thread.ofVirtual().name("health-dispatcher").start(this::dispatch);
        writing = Thread.ofVirtual().name("health-writer").start(this::write);
    }

    /** What was not written is lost; the next holder of the lease looks anew. */
    void stop() {
        isStopping = true;
        threads.shutdownNow();
        dispatching.interrupt();
        news.release();
        try {
            writing.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        while (!isStopping) {
            try {
                dispatcher.tick();
                Thread.sleep(TICK_MS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Health checks could not be started");
            }
        }
    }

    private void write() {
        while (!isStopping) {
            try {
                task.runBlocking(writer::turn);
                news.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.errorf(e, "Results of health checks could not be judged");
            }
        }
    }

    /** The supervisor reports a change of this tenant's services. Blocks shortly. */
    void reported(TenantSlug slug) {
        schedule.target(slug).ifPresent(target -> {
            buffer.add(dispatcher.reported(target));
            news.release();
        });
    }

    /**
     * Looks at all aspects of a tenant now, and waits until the results are written. Who asks during a look waits for that one.
     *
     * @return whether the tenant is checked at all
     */
    boolean checkNow(UUID tenant) {
        Optional<CheckTarget> target = schedule.target(tenant);
        if (target.isEmpty()) {
            return false;
        }
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> present = asked.putIfAbsent(tenant, own);
        if (present != null) {
            await(present);
            return true;
        }
        try {
            CompletableFuture<Void> written = buffer.addAndFollow(dispatcher.look(target.get()));
            news.release();
            await(written);
        } finally {
            asked.remove(tenant, own);
            own.complete(null);
        }
        return true;
    }

    private static void await(CompletableFuture<Void> end) {
        try {
            end.get(LONGEST_CHECK_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("The results of a check are not written yet: %s", e.toString());
        }
    }
}
