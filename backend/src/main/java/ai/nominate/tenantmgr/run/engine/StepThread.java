package ai.nominate.tenantmgr.run.engine;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Carries out a step on a thread of its own. An interrupt of the run is passed on to it; a step that does not react to that, such as
 * one that reads a file without an end, is left behind, so that its run can still end.
 */
final class StepThread {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final String step;
    private final Duration patience;

    /** @param patience how long an interrupted step may go on before it is left behind */
    StepThread(String step, Duration patience) {
        this.step = step;
        this.patience = patience;
    }

    /**
     * Blocks until the step has ended. Rethrows its failures and errors unchanged.
     *
     * @throws StepLeftBehind if it goes on after an interrupt
     */
    StepResult await(Supplier<StepResult> work) {
        FutureTask<StepResult> task = new FutureTask<>(work::get);
        Thread thread = Thread.ofVirtual().name("step-" + step).start(task);
        long leftBehindAt = Long.MAX_VALUE;
        try {
            while (true) {
                try {
                    return task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    thread.interrupt();
                    leftBehindAt = Math.min(leftBehindAt, now() + patience.toMillis());
                } catch (TimeoutException e) {
                    if (now() > leftBehindAt) {
                        throw new StepLeftBehind(step, patience);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        } finally {
            if (leftBehindAt != Long.MAX_VALUE) {
                Thread.currentThread().interrupt(); // the caller finds out why it was interrupted
            }
        }
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** The step goes on although it was interrupted. */
    static final class StepLeftBehind extends RuntimeException {
        StepLeftBehind(String step, Duration patience) {
            super(
                    "Step " + step + " did not stop within " + patience.toSeconds() + " s; the run goes on without it",
                    null,
                    false,
                    false);
        }
    }
}
