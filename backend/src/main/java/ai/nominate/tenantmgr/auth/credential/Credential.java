package ai.nominate.tenantmgr.auth.credential;

import java.time.Instant;
import java.util.UUID;

/** The credential of a request, validated as far as possible without the database. */
public sealed interface Credential {
    /** A JWT: user, sign-in, the account's epoch when it was issued, and its expiry. */
    record Session(UUID user, UUID id, int epoch, Instant expiresAt) implements Credential {}

    /** An API token, identified by its hash in hexadecimal; the token itself is not kept in memory. */
    record Token(String hash) implements Credential {}
}
