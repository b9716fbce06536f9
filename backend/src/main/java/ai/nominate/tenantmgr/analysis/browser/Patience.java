package ai.nominate.tenantmgr.analysis.browser;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An end for questions to the browser. Playwright waits for most answers as long as the browser lives, and a page decides when its own
 * browser answers: so the waiting thread is interrupted, which Playwright reports as a failure of that question alone.
 */
final class Patience {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("patience").factory());

    /** A question that the handler of an event asks meanwhile may take an interruption for its own. */
    private static final long AGAIN_MILLIS = 100;

    private boolean over;

    private Patience() {}

    /** The answer, or nothing if the browser refuses or does not answer in time. */
    static <T> Optional<T> ask(Duration time, Supplier<T> question) {
        try {
            return Optional.ofNullable(within(time, question));
        } catch (PlaywrightException refused) {
            return Optional.empty();
        }
    }

    /** @throws PlaywrightException if the browser refuses or does not answer in time */
    static <T> T within(Duration time, Supplier<T> question) {
        Patience patience = new Patience();
        Thread asking = Thread.currentThread();
        Future<?> end = CLOCK.scheduleWithFixedDelay(
                () -> patience.interrupt(asking), Math.max(1, time.toMillis()), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return question.get();
        } finally {
            end.cancel(false);
            patience.end();
        }
    }

    private synchronized void interrupt(Thread asking) {
        if (!over) {
            asking.interrupt();
        }
    }

    /** After this nobody interrupts; an interruption that came too late is taken back. */
    private synchronized void end() {
        over = true;
        Thread.interrupted();
    }
}
