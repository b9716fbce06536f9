package ai.nominate.tenantmgr.host.unit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Schedules delayed actions, each on its own virtual thread. After close no action starts; running ones complete. */
final class UnitTimer implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("units").factory());
    private volatile boolean closed;

    /** @return cancels it if it has not started */
    Future<?> after(Duration pause, Runnable action) {
        return clock.schedule(() -> now(action), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void every(Duration pause, Runnable action) {
        clock.scheduleWithFixedDelay(action, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void now(Runnable action) {
        if (!closed) {
            Thread.startVirtualThread(action);
        }
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
    }
}
