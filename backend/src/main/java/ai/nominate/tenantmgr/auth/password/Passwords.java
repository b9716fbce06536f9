package ai.nominate.tenantmgr.auth.password;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import at.favre.lib.crypto.bcrypt.BCrypt;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hashes and checks passwords with bcrypt on its own threads, at most half the processors, so that a flood of sign-ins
 * does not slow down other requests. Rejects passwords over 72 bytes instead of truncating them.
 */
@ApplicationScoped
public class Passwords {
    public static final int LONGEST_BYTES = 72;
    private static final int SHORTEST = 10;
    private static final int MOST_WAITING = 32;

    private final WorkerExecutor threads;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int cost;
    /** Checked for an unknown user, so that both answers take the same time. */
    private final String dummyHash;

    Passwords(Vertx vertx, PasswordProperties properties) {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = vertx.createSharedWorkerExecutor("bcrypt", half);
        this.cost = properties.bcryptCost();
        if (cost < 4 || cost > 16) {
            throw new IllegalArgumentException("tenantmgr.auth.bcrypt-cost must be 4 to 16");
        }
        this.dummyHash = hash("nobody has this password", cost);
    }

    /** @throws InvalidValue if the password is too short, or bcrypt would truncate it */
    public static String requireStrong(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new InvalidValue("must have at least " + SHORTEST + " characters");
        }
        if (bytes(password).length > LONGEST_BYTES) {
            throw new InvalidValue("must have at most " + LONGEST_BYTES + " bytes in UTF-8");
        }
        return password;
    }

    /** @throws InvalidValue if it is too long to be checked */
    public static String requireReadable(String password) {
        if (password.length() > 1000) {
            throw new InvalidValue("must be at most 1000 characters");
        }
        return password;
    }

    public static String hash(String password, int cost) {
        return BCrypt.withDefaults().hashToString(cost, password.toCharArray());
    }

    /** @throws ProblemException {@link AuthProblem#BUSY} if too many checks are queued */
    public Uni<String> hash(String password) {
        return onWorker(() -> hash(password, cost));
    }

    /** Whether the hash has a different cost than configured. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith("$%02d$".formatted(cost), 3);
    }

    /**
     * @param hash null if there is no such user; the result is false and takes the same time
     * @throws ProblemException {@link AuthProblem#BUSY} if too many checks are queued
     */
    public Uni<Boolean> matches(String password, String hash) {
        return onWorker(() -> check(password, hash));
    }

    private <T> Uni<T> onWorker(Callable<T> work) {
        return Uni.createFrom().deferred(() -> {
            if (waiting.incrementAndGet() > MOST_WAITING) {
                waiting.decrementAndGet();
                return Uni.createFrom()
                        .failure(new ProblemException(AuthProblem.BUSY, "Too many sign-ins at the same time; try again")
                                .retryAfter(Duration.ofSeconds(2)));
            }
            return threads.executeBlocking(work, false).onTermination().invoke(waiting::decrementAndGet);
        });
    }

    private boolean check(String password, String hash) {
        byte[] bytes = bytes(password);
        boolean usable = bytes.length <= LONGEST_BYTES && hash != null;
        byte[] tried = usable ? bytes : new byte[] {'-'};
        String against = hash == null ? dummyHash : hash;
        return BCrypt.verifyer().verify(tried, against.getBytes(StandardCharsets.UTF_8)).verified && usable;
    }

    private static byte[] bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8);
    }
}
