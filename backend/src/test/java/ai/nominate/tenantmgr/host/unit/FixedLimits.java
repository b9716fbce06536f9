package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.Limits;
import java.time.Duration;

/** The same limits for all tasks, without settings. */
public final class FixedLimits extends TaskLimits {
    private static final long MEMORY = 512L << 20;
    private static final int TASKS = 128;

    public FixedLimits() {
        super(null);
    }

    @Override
    public Limits of(Task.Purpose purpose, Duration time) {
        return new Limits(MEMORY, TASKS, time);
    }
}
