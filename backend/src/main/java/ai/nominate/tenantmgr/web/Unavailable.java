package ai.nominate.tenantmgr.web;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away from a fault of ours. */
final class Unavailable {
    private Unavailable() {}

    static boolean is(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof SQLTransientConnectionException
                    || isClosedConnection(cause)
                    || isShuttingDown(cause)) {
                return true;
            }
            if (cause == cause.getCause()) {
                return false;
            }
        }
        return false;
    }

    private static boolean isClosedConnection(Throwable e) {
        return e.getClass().getName().startsWith("io.vertx.")
                && e.getMessage() != null
                && (e.getMessage().contains("closed") || e.getMessage().contains("Timeout"));
    }

    /** Classes 08, 53 and 57 of PostgreSQL's error codes: connection, resources, operator. */
    private static boolean isShuttingDown(Throwable e) {
        return e instanceof io.vertx.pgclient.PgException pg
                && pg.getSqlState() != null
                && (pg.getSqlState().startsWith("08")
                        || pg.getSqlState().startsWith("53")
                        || pg.getSqlState().startsWith("57P"));
    }
}
