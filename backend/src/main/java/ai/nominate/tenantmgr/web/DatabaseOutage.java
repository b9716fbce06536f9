package ai.nominate.tenantmgr.web;

import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away from a fault of ours. */
final class DatabaseOutage {
    /** Beginnings of PostgreSQL's error codes: connection, resources, operator. */
    private static final List<String> REFUSING = List.of("08", "53", "57P");

    private DatabaseOutage() {}

    static boolean is(Throwable e) {
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

    private static boolean isClosedConnection(Throwable e) {
        return e.getClass().getName().startsWith("io.vertx.")
                && e.getMessage() != null
                && (e.getMessage().contains("closed") || e.getMessage().contains("Timeout"));
    }
}
