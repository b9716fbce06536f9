package ai.nominate.tenantmgr.web.idempotency;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table of idempotent requests. One attempt at a time handles a request; its effect is recorded in the effect's own
 * transaction, so that a crash of the manager leaves a definite state.
 */
@ApplicationScoped
public class IdempotentRequests {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final String BEGIN = """
            insert into idempotent_request (id, fingerprint, attempt, alive_until, begun_at)
            values ($1, $2, $3, $4, $5) on conflict (id) do nothing""";
    private static final String TAKE_OVER = """
            update idempotent_request
            set fingerprint = $2, attempt = $3, alive_until = $4, begun_at = $5, effective = false, answer = null
            where id = $1 and attempt = $6""";
    private static final String READ =
            "select fingerprint, attempt, alive_until, effective, answer, begun_at from idempotent_request where id = $1";
    private static final String EFFECTIVE = "update idempotent_request set effective = true where attempt = :attempt";

    private final Pool pool;
    private final Clock clock;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    IdempotentRequests(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Records in the caller's transaction that the change is made.
     *
     * @param attempt null if the request has no key
     * @throws ProblemException if another attempt has taken over, so that this one must not take effect
     */
    public static Uni<Void> markEffective(UUID attempt) {
        return attempt == null
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .flatMap(session -> session.createNativeQuery(EFFECTIVE)
                                .setParameter("attempt", attempt)
                                .executeUpdate())
                        .invoke(rows -> {
                            if (rows == 0) {
                                throw inProgress();
                            }
                        })
                        .replaceWithVoid();
    }

    static ProblemException inProgress() {
        return new ProblemException(RequestProblem.IN_PROGRESS, "Repeat the request to get its answer")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** Starts an attempt unless another one is active or has succeeded. */
    Uni<EarlierRequest> begin(KeyedRequest request, String fingerprint, UUID attempt) {
        return execute(BEGIN, row(request, fingerprint, attempt)).flatMap(done -> {
            if (done.rowCount() == 1) {
                return Uni.createFrom().item(begun(attempt));
            }
            return execute(READ, Tuple.of(request.id())).flatMap(rows -> {
                EarlierRequest earlier = rows.size() == 0
                        ? EarlierRequest.UNDER_WAY
                        : earlier(rows.iterator().next());
                return earlier.isOver()
                        ? execute(TAKE_OVER, row(request, fingerprint, attempt).addUUID(earlier.attempt()))
                                .map(taken -> taken.rowCount() == 1 ? begun(attempt) : EarlierRequest.UNDER_WAY)
                        : Uni.createFrom().item(earlier);
            });
        });
    }

    private EarlierRequest begun(UUID attempt) {
        underWay.add(attempt);
        return EarlierRequest.NONE;
    }

    private EarlierRequest earlier(Row row) {
        OffsetDateTime now = now();
        boolean alive = row.getOffsetDateTime("alive_until").isAfter(now);
        String answer = row.getString("answer");
        boolean isOver = row.getOffsetDateTime("begun_at").isBefore(now.minus(KEPT))
                || answer == null && !alive && !row.getBoolean("effective");
        return new EarlierRequest(row.getUUID("attempt"), row.getString("fingerprint"), answer, alive, isOver);
    }

    /** Stores the answer for repeated requests. */
    Uni<Void> storeAnswer(UUID attempt, String answer) {
        underWay.remove(attempt);
        return execute("update idempotent_request set answer = $2 where attempt = $1", Tuple.of(attempt, answer))
                .replaceWithVoid();
    }

    /**
     * The attempt ended without an answer: it may be repeated unless the change was made and only its answer is
     * missing.
     */
    Uni<Void> abandon(UUID attempt) {
        underWay.remove(attempt);
        return execute("delete from idempotent_request where attempt = $1 and not effective", Tuple.of(attempt))
                .flatMap(gone -> execute(
                        "update idempotent_request set alive_until = $2 where attempt = $1", Tuple.of(attempt, now())))
                .replaceWithVoid();
    }

    @Scheduled(every = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renewLeases() {
        return underWay.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(
                                "update idempotent_request set alive_until = $2 where attempt = any($1)",
                                Tuple.of(underWay.toArray(UUID[]::new), now().plus(LEASE)))
                        .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> prune() {
        return execute("delete from idempotent_request where begun_at < $1", Tuple.of(now().minus(KEPT)))
                .replaceWithVoid();
    }

    private Tuple row(KeyedRequest request, String fingerprint, UUID attempt) {
        return Tuple.of(request.id(), fingerprint, attempt, now().plus(LEASE), now());
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).ifNoItem().after(AT_MOST).fail();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * The previous attempt with this key.
     *
     * @param answer null if there is none
     * @param isOver ended without an effect, or expired: the key is free
     */
    record EarlierRequest(UUID attempt, String fingerprint, String answer, boolean isAlive, boolean isOver) {
        static final EarlierRequest NONE = new EarlierRequest(null, null, null, false, true);
        static final EarlierRequest UNDER_WAY = new EarlierRequest(null, null, null, true, false);
    }
}
