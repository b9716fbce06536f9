package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * The tokens of a day. What a question may cost at most is taken before it is asked, and what it did cost is put in its place; if
 * the manager ends in between, the higher number stays. All managers of a database share it. Blocks.
 */
@ApplicationScoped
class DailyBudget {
    private static final int KEPT_DAYS = 60;
    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('ai-budget', 0))) taken";
    private static final String USED = "select coalesce(sum(tokens), 0) from ai_request where day = :day";
    private static final String FORGET = "delete from ai_request where day < :day";
    private static final String TAKE =
            "insert into ai_request (id, day, model, tokens) values (:id, :day, :model, :tokens)";
    private static final String SETTLE = "update ai_request set tokens = :tokens where id = :id";

    private final Clock clock;

    DailyBudget(Clock clock) {
        this.clock = clock;
    }

    /** Takes tokens; empty if the day has not that many left. */
    Optional<UUID> take(String model, int tokens, int daily) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        UUID id = Uuid7.next();
        return Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOCK)
                        .getSingleResult()
                        .flatMap(locked -> session.createNativeQuery(USED, Long.class)
                                .setParameter("day", today)
                                .getSingleResult())
                        .flatMap(used -> used + tokens > daily
                                ? Uni.createFrom().item(Optional.<UUID>empty())
                                : session.createNativeQuery(FORGET)
                                        .setParameter("day", today.minusDays(KEPT_DAYS))
                                        .executeUpdate()
                                        .flatMap(done -> session.createNativeQuery(TAKE)
                                                .setParameter("id", id)
                                                .setParameter("day", today)
                                                .setParameter("model", model)
                                                .setParameter("tokens", (long) tokens)
                                                .executeUpdate())
                                        .replaceWith(Optional.of(id)))));
    }

    void settle(UUID taken, Usage usage) {
        Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SETTLE)
                        .setParameter("tokens", usage.totalTokens())
                        .setParameter("id", taken)
                        .executeUpdate()));
    }
}
