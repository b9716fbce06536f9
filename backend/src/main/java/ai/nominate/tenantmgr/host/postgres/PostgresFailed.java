package ai.nominate.tenantmgr.host.postgres;

/** The embedded PostgreSQL cannot be made or started. The message is for people: what is in the way, and what helps. */
public final class PostgresFailed extends RuntimeException {
    PostgresFailed(String message) {
        super(message);
    }

    PostgresFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
