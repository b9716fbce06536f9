package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.SignInBackoff;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes expired sessions and outdated sign-in failures. */
@ApplicationScoped
class ExpiredRows {
    private final SignInBackoff backoff;
    private final Clock clock;

    ExpiredRows(SignInBackoff backoff, Clock clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> remove() {
        return backoff.prune()
                .flatMap(done -> Panache.withTransaction(() -> RefreshFamily.delete("expiresAt < ?1", clock.instant())))
                .replaceWithVoid();
    }
}
