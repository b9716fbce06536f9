package ai.nominate.tenantmgr.web;

import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Distinguishes an unavailable database from an internal error. */
final class DatabaseOutage {
    /** Prefixes of PostgreSQL error codes: connection, resources, operator intervention. */
    private static final List<String> REFUSING = List.of("08", "53", "57P");

    private static final List<String> CLOSED = List.of("closed", "Timeout", "Connection is not active");

    private DatabaseOutage() {}

    static boolean isCauseOf(Throwable e) {
        return SqlFailure.causes(e).anyMatch(DatabaseOutage::isConnection)
                || REFUSING.stream().anyMatch(beginning -> SqlFailure.hasState(e, beginning));
    }

    private static boolean isConnection(Throwable e) {
        return e instanceof IOException
                || e instanceof TimeoutException
                || e instanceof SQLTransientConnectionException
                || e instanceof ClosedConnectionException
                || isClosedConnection(e);
    }

    /** The client has no type of its own for these. */
    private static boolean isClosedConnection(Throwable e) {
        return e.getClass().getName().startsWith("io.vertx.")
                && e.getMessage() != null
                && CLOSED.stream().anyMatch(e.getMessage()::contains);
    }
}
