package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.util.List;

/**
 * The health check of a service.
 *
 * @param path is asked as a visitor's request is proxied
 * @param status the healthy answers, from 200 to 499; empty for every 2xx
 * @param timeout time limit of one answer, from 1 s to 60 s
 */
public record HealthSpec(String path, List<Integer> status, Duration timeout) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(2);
    static final int LEAST_STATUS = 200;
    static final int MOST_STATUS = 499;

    public HealthSpec {
        TextRule.REQUEST.require(path);
        status = status.stream().sorted().distinct().toList();
        if (status.stream().anyMatch(code -> code < LEAST_STATUS || code > MOST_STATUS)) {
            throw new InvalidValue("must be a whole number from " + LEAST_STATUS + " to " + MOST_STATUS);
        }
        TextRule.HEALTH_TIMEOUT.require(DurationText.of(timeout));
    }

    public HealthSpec(String path) {
        this(path, List.of(), DEFAULT_TIMEOUT);
    }

    /** Whether the answer is healthy. */
    public boolean accepts(int answer) {
        return status.isEmpty() ? answer >= 200 && answer < 300 : status.contains(answer);
    }
}
