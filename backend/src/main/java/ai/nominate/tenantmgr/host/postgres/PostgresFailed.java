package ai.nominate.tenantmgr.host.postgres;

/** The embedded PostgreSQL could not be created or started. The message is for users: the cause, and a remedy. */
public final class PostgresFailed extends RuntimeException {
    PostgresFailed(String message) {
        super(message);
    }

    PostgresFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
