package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.host.command.RunInterrupted;


import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls until a condition is true, on the monotonic clock. */
final class Polling {
    private static final long PAUSE_MS = 10;

    private Polling() {}

    /**
     * @return whether the condition became true in time
     * @throws RunInterrupted if the thread was interrupted
     */
    static boolean until(Duration limit, BooleanSupplier happened) {
        long start = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RunInterrupted("interrupted while waiting for NGINX");
            }
        }
        return true;
    }
}
