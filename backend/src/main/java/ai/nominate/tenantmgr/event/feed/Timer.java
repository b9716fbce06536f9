package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs something later; injected, so that a test owns the time. */
@FunctionalInterface
interface Timer {
    /** Runs the task once, on any thread. Returns what cancels it, which may come too late. */
    Runnable after(Duration delay, Runnable task);

    static Timer onWorkers() {
        return (delay, task) -> {
            var workers = Infrastructure.getDefaultWorkerPool();
            if (delay.toMillis() < 1) { // Vert.x has no shorter timer
                workers.execute(task);
                return () -> {};
            }
            var scheduled = workers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> scheduled.cancel(false);
        };
    }
}
