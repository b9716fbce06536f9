package ai.nominate.tenantmgr.server;

import java.sql.SQLException;

/** The lease could not be read from the database. */
final class LeaseUnknown extends RuntimeException {
    LeaseUnknown(SQLException e) {
        super("the lease could not be read from the database: " + e.getMessage(), e);
    }
}
