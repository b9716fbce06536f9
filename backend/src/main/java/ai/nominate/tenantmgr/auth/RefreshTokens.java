package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Rotating refresh tokens: each is valid once. Reuse of an exchanged token ends its whole family, because the token was
 * copied; the exception is a second tab of the browser that asks at nearly the same moment, allowed once.
 */
@ApplicationScoped
class RefreshTokens {
    static final Duration LIFETIME = Duration.ofDays(14);
    private static final Duration REUSE_GRACE = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountEvents events;
    private final Clock clock;

    RefreshTokens(AccountEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Creates a family; call it in a transaction. */
    Uni<Opened> open(User user, SignInOrigin from) {
        RefreshFamily family = new RefreshFamily();
        family.address = from.address();
        family.userAgent = from.userAgent();
        family.id = Uuid7.next();
        family.userId = user.id;
        family.sessionEpoch = user.sessionEpoch;
        family.createdAt = clock.instant();
        String token = renew(family);
        return family.persist().replaceWith(new Opened(family.id, token));
    }

    /**
     * The owner of a token and its successor. Locks the family's row, so that two tabs are served in order. Call it in
     * a transaction.
     */
    Uni<Rotated> rotate(String token, boolean isLegacyCookie) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return sessionOver();
        }
        return RefreshFamily.<RefreshFamily>findById(id(token.substring(0, dot)), LockModeType.PESSIMISTIC_WRITE)
                .flatMap(family -> family == null ? sessionOver() : rotate(family, hash(token), isLegacyCookie));
    }

    private Uni<Rotated> rotate(RefreshFamily family, byte[] presented, boolean isLegacyCookie) {
        Instant now = clock.instant();
        if (family.expiresAt.isBefore(now)) {
            return family.delete().flatMap(gone -> sessionOver());
        }
        if (MessageDigest.isEqual(presented, family.tokenHash)) {
            if (isLegacyCookie && !family.legacyCookie) {
                return sessionOver(); // planted by another subdomain: its owner got it under the name with the prefix
            }
            family.legacyCookie = false;
            family.previousHash = family.tokenHash;
            family.rotatedAt = now;
            return Uni.createFrom().item(new Rotated(family.userId, family.id, family.sessionEpoch, renew(family)));
        }
        boolean parallel = family.previousHash != null
                && MessageDigest.isEqual(presented, family.previousHash)
                && family.rotatedAt.plus(REUSE_GRACE).isAfter(now);
        if (parallel) {
            family.previousHash = null;
            return Uni.createFrom().item(new Rotated(family.userId, family.id, family.sessionEpoch, null));
        }
        return family.delete()
                .flatMap(gone -> events.sessionEnded(family.id))
                .replaceWith(new Rotated(null, null, 0, null));
    }

    Uni<Void> close(String token) {
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Uni.createFrom().voidItem();
        }
        UUID family = id(token.substring(0, dot));
        return RefreshFamily.delete("id = ?1 and (tokenHash = ?2 or previousHash = ?2)", family, hash(token))
                .flatMap(rows -> ended(family, rows > 0));
    }

    /** Ends a sign-in without its token. */
    Uni<Void> end(UUID family) {
        return RefreshFamily.deleteById(family).flatMap(gone -> ended(family, gone));
    }

    private Uni<Void> ended(UUID family, boolean isGone) {
        return isGone ? events.sessionEnded(family) : Uni.createFrom().voidItem();
    }

    private String renew(RefreshFamily family) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = family.id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        family.tokenHash = hash(token);
        family.expiresAt = clock.instant().plus(LIFETIME);
        return token;
    }

    private static <T> Uni<T> sessionOver() {
        return Uni.createFrom().failure(new ProblemException(AuthProblem.SESSION_OVER, "The refresh token is invalid"));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param userId null if the token was reused and its family was ended
     * @param token the next refresh token; null if another tab has just received it
     */
    record Rotated(UUID userId, UUID family, int sessionEpoch, String token) {}

    record Opened(UUID family, String token) {}
}
