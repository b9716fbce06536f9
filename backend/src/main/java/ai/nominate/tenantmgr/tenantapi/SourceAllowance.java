package ai.nominate.tenantmgr.tenantapi;

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

/** Looks at a source are 10 a minute for each actor, so that nobody scans a network through the manager. */
@ApplicationScoped
class SourceAllowance {
    static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> looks = new HashMap<>();

    SourceAllowance(Clock clock) {
        this.clock = clock;
    }

    /** @throws ProblemException 429 with the time until the next look is allowed */
    synchronized void take(Actor actor) {
        Instant now = clock.instant();
        Instant oldest = now.minus(WINDOW);
        looks.values().removeIf(times -> {
            times.removeIf(time -> time.isBefore(oldest));
            return times.isEmpty();
        });
        Deque<Instant> own = looks.computeIfAbsent(actor.name(), name -> new ArrayDeque<>());
        if (own.size() >= MOST) {
            Duration wait = Duration.between(now, own.peekFirst().plus(WINDOW)).plusSeconds(1);
            throw new ProblemException(RequestProblem.TOO_MANY, "A source can be looked at " + MOST + " times a minute")
                    .retryAfter(wait);
        }
        own.addLast(now);
    }
}
