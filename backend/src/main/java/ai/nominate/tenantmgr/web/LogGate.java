package ai.nominate.tenantmgr.web;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets through a bounded number of log lines: callers without credentials cause lines, and must not fill the disk or
 * slow down the manager. After a pause the next line says how many were left out.
 */
public final class LogGate {
    private final long nanosPerLine;
    private final long toleranceNanos;
    private final LongSupplier nanoTime;
    /** Set by the first line: a native image is made long before it runs. */
    private Long nextFree;

    private long leftOut;

    /**
     * @param burst lines let through at once, from 1
     * @param perSecond lines let through in the long run, from 1
     */
    public LogGate(int burst, int perSecond) {
        this(burst, perSecond, System::nanoTime);
    }

    LogGate(int burst, int perSecond, LongSupplier nanoTime) {
        this.nanosPerLine = 1_000_000_000L / perSecond;
        this.toleranceNanos = (burst - 1) * nanosPerLine;
        this.nanoTime = nanoTime;
    }

    /** Text to append to the line, usually empty; no value if the line must be left out. */
    public synchronized Optional<String> pass() {
        long now = nanoTime.getAsLong();
        long free = nextFree == null || nextFree - now < 0 ? now : nextFree;
        if (free - now > toleranceNanos) {
            leftOut++;
            return Optional.empty();
        }
        nextFree = free + nanosPerLine;
        String note = leftOut == 0 ? "" : " (" + leftOut + " such lines were left out before this one)";
        leftOut = 0;
        return Optional.of(note);
    }
}
