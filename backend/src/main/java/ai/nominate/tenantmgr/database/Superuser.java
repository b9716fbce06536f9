package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Works on the database server as its superuser, on a connection that ends with the work. Blocks. */
record Superuser(DatabaseServer server) {
    /** In the database for maintenance. */
    <T> T admin(Work<T> work) {
        return on(DatabaseServer.MAINTENANCE, work);
    }

    /** @throws ProblemException {@link DatabaseProblem#UNREACHABLE} with what PostgreSQL reports */
    <T> T on(String database, Work<T> work) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.UNREACHABLE, "The database server " + server + " reports: " + e.getMessage());
        }
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
