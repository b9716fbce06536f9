package ai.nominate.tenantmgr.auth.password;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.request.ClientAddress;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/**
 * Slows down password guessing: per account and address after 5 failures, per address after 20. The wait doubles with
 * each failure. An account alone is never limited, because a stranger could then lock out its owner. An attempt counts
 * as failed before the password is checked, so that parallel attempts do not bypass the limit; the rows survive a
 * restart.
 */
@ApplicationScoped
public class SignInBackoff {
    private static final String WHOLE_ADDRESS = "";
    private static final int FREE_TRIES_OF_ACCOUNT = 5;
    private static final int FREE_TRIES_OF_ADDRESS = 20;
    private static final Duration RETENTION = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final String TRY = """
            insert into sign_in_failure as f (address, account, failures, last_at, free_at) values ($1, $2, 1, $3, $3)
            on conflict (address, account) do update
            set failures = case when f.last_at < $4 then 1 else f.failures + 1 end, last_at = $3,
                free_at = case when f.last_at < $4 or f.failures < $5 then $3 else $3 +
                    least(power(2, least(f.failures + 1 - $5, 20)), $6) * interval '1 second' end
            where f.free_at <= $3""";

    private static final String FREE =
            "select max(free_at) as free_at from sign_in_failure where address = $1 and account in ('', $2)";
    private static final String FORGIVE_ACCOUNT = "delete from sign_in_failure where address = $1 and account = $2";
    private static final String FORGIVE_TRY = """
            update sign_in_failure set failures = greatest(failures - 1, 0), free_at = least(free_at, $3)
            where address = $1 and account = $2""";

    private final Pool pool;
    private final Clock clock;

    SignInBackoff(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @throws ProblemException {@link AuthProblem#SLOW_DOWN} if the attempt comes too early */
    public Uni<Void> begin(Attempt attempt) {
        return pool.withTransaction(connection -> count(connection, attempt, WHOLE_ADDRESS, FREE_TRIES_OF_ADDRESS)
                        .flatMap(done -> count(connection, attempt, attempt.account(), FREE_TRIES_OF_ACCOUNT)))
                .ifNoItem()
                .after(TIMEOUT)
                .failWith(() -> new TimeoutException("the database did not record the attempt"))
                .onFailure(TooEarly.class)
                .recoverWithUni(() -> refuse(attempt));
    }

    /** The password was correct: clears the account's failures; the address gets back only this attempt. */
    public Uni<Void> succeeded(Attempt attempt) {
        return pool.withTransaction(connection -> forgive(connection, attempt, WHOLE_ADDRESS)
                .flatMap(done -> connection
                        .preparedQuery(FORGIVE_ACCOUNT)
                        .execute(Tuple.of(attempt.address(), attempt.account())))
                .replaceWithVoid());
    }

    /** The password was not checked. */
    public Uni<Void> cancelled(Attempt attempt) {
        return pool.withTransaction(connection -> forgive(connection, attempt, WHOLE_ADDRESS)
                .flatMap(done -> forgive(connection, attempt, attempt.account())));
    }

    public Uni<Void> prune() {
        return pool.preparedQuery("delete from sign_in_failure where last_at < $1")
                .execute(Tuple.of(now().minus(RETENTION)))
                .replaceWithVoid();
    }

    private Uni<Void> count(SqlConnection connection, Attempt attempt, String account, int free) {
        Tuple tuple = Tuple.tuple()
                .addString(attempt.address())
                .addString(account)
                .addOffsetDateTime(now())
                .addOffsetDateTime(now().minus(RETENTION))
                .addInteger(free)
                .addDouble((double) LONGEST.toSeconds());
        return connection
                .preparedQuery(TRY)
                .execute(tuple)
                .flatMap(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new TooEarly()));
    }

    private Uni<Void> forgive(SqlConnection connection, Attempt attempt, String account) {
        return connection
                .preparedQuery(FORGIVE_TRY)
                .execute(Tuple.of(attempt.address(), account, now()))
                .replaceWithVoid();
    }

    private Uni<Void> refuse(Attempt attempt) {
        return pool.preparedQuery(FREE)
                .execute(Tuple.of(attempt.address(), attempt.account()))
                .flatMap(rows -> {
                    OffsetDateTime free = rows.iterator().next().getOffsetDateTime("free_at");
                    Duration wait = free == null ? Duration.ZERO : Duration.between(now(), free);
                    return Uni.createFrom()
                            .failure(new ProblemException(AuthProblem.SLOW_DOWN, "Wait before the next attempt")
                                    .retryAfter(wait.plusSeconds(1)));
                });
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** One attempt and its counters. */
    public record Attempt(String address, String account) {
        public static Attempt of(String address, String username) {
            return new Attempt(ClientAddress.network(address), account(username));
        }

        public static String account(String username) {
            try {
                byte[] name = username.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(name));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class TooEarly extends RuntimeException {
        TooEarly() {
            super(null, null, false, false);
        }
    }
}
