package ai.nominate.tenantmgr.run.engine;

import java.time.Duration;

/**
 * How a step ended, for its row.
 *
 * @param took null keeps what is stored
 * @param detail null keeps what is stored
 */
public record StepEnd(String step, StepStatus status, Duration took, String detail) {}
