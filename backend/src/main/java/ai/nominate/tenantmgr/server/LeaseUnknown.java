package ai.nominate.tenantmgr.server;

import java.sql.SQLException;

/** The database does not say who has the lease. */
final class LeaseUnknown extends RuntimeException {
    LeaseUnknown(SQLException e) {
        super("the database does not say who has the lease: " + e.getMessage(), e);
    }
}
