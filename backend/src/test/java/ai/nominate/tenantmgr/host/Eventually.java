package ai.nominate.tenantmgr.host;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for another process. Polls frequently, and fails with a description. */
public final class Eventually {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    public static void eventually(String what, BooleanSupplier condition) {
        eventually(what, DEADLINE, condition);
    }

    /** For longer waits, with less frequent polling. */
    public static void eventually(String what, Duration deadline, BooleanSupplier condition) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(deadline.compareTo(DEADLINE) > 0 ? 10 : 1);
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > deadline.toNanos()) {
                throw new AssertionError("not within " + deadline.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
