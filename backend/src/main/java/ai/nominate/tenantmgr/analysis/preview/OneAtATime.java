package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Each user has pictures taken one page after the other: each needs a browser, of which there are two. */
@ApplicationScoped
class OneAtATime {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** @throws ProblemException 429 while the user's pictures before are still being taken */
    <T> T run(Actor actor, Supplier<T> work) {
        if (!busy.add(actor.name())) {
            throw new ProblemException(RequestProblem.TOO_MANY, "Your earlier pictures are still being taken")
                    .retryAfter(SOON);
        }
        try {
            return work.get();
        } finally {
            busy.remove(actor.name());
        }
    }
}
