package ai.nominate.tenantmgr.auth.credential;

import java.util.UUID;

/** What a request was signed in with, genuine as far as it can be seen without asking the database. */
public sealed interface Credential {
    /** A JWT: whose, of which sign-in, and how often the account had changed by then. */
    record Session(UUID user, UUID id, int epoch) implements Credential {}

    /** An API token, by its hash in hexadecimal: the token itself is not kept in memory. */
    record Token(String hash) implements Credential {}
}
