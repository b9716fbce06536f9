package ai.nominate.tenantmgr.host.unit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Schedules delayed actions, each on its own virtual thread. After close no action starts; running ones complete. */
final class UnitTimer implements AutoCloseable {
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("units").factory());
    private volatile boolean closed;

    /** @return cancels it if it has not started */
    Future<?> after(Duration pause, Runnable action) {
        try {
            return clock.schedule(() -> now(action), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closedMeanwhile) {
            return CompletableFuture.completedFuture(null);
        }
    }

    void every(Duration pause, Runnable action) {
        clock.scheduleWithFixedDelay(() -> now(action), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Goes on by itself, and rests nineteen times as long as the last time took: however much there is to look at, it takes
     * little more than a twentieth of a processor. But no longer than two seconds, for a busy machine is one to look at.
     */
    void watch(Duration shortestRest, Runnable look) {
        watch(shortestRest, shortestRest, look);
    }

    private void watch(Duration rest, Duration shortestRest, Runnable look) {
        after(rest, () -> {
            long start = System.nanoTime();
            try {
                look.run();
            } finally {
                long wanted = 19 * (System.nanoTime() - start);
                long next = Math.clamp(wanted, shortestRest.toNanos(), LONGEST_REST.toNanos());
                watch(Duration.ofNanos(next), shortestRest, look);
            }
        });
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
