package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Each user may ask for 20 analyses in 5 minutes: each needs a browser and may cost money, and none is a scan of a network. */
@ApplicationScoped
class AnalysisAllowance {
    static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Deque<Instant>> recent = new HashMap<>();

    AnalysisAllowance(Clock clock) {
        this.clock = clock;
    }

    /** @throws ProblemException 429 with the time until the next one is allowed */
    synchronized void take(Actor actor) {
        Instant now = clock.instant();
        Instant oldest = now.minus(WINDOW);
        recent.values().removeIf(times -> {
            times.removeIf(time -> time.isBefore(oldest));
            return times.isEmpty();
        });
        Deque<Instant> own = recent.computeIfAbsent(actor.name(), name -> new ArrayDeque<>());
        if (own.size() >= MOST) {
            throw new ProblemException(
                            RequestProblem.TOO_MANY,
                            MOST + " analyses are allowed in " + WINDOW.toMinutes() + " minutes")
                    .retryAfter(
                            Duration.between(now, own.peekFirst().plus(WINDOW)).plusSeconds(1));
        }
        own.addLast(now);
    }
}
