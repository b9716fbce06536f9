package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Works on the database server as its superuser. Connections to the database for maintenance are kept for a moment: signing in takes
 * longer than most of what is done on one. Those to other databases end with the work, because a database with a connection cannot
 * be dropped or renamed. Blocks.
 */
@Singleton
class Superuser {
    /** The work of one tenant holds two at most. */
    private static final int MOST = 40;

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseServer server;
    private final AgroalDataSource maintenance;

    Superuser(DatabaseServer server) {
        this.server = server;
        try {
            maintenance = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.minSize(0)
                            .maxSize(MOST)
                            .acquisitionTimeout(PATIENCE)
                            .reapTimeout(KEPT)
                            .validateOnBorrow(true)
                            .connectionFactoryConfiguration(
                                    factory -> factory.jdbcUrl(server.jdbcUrl(DatabaseServer.MAINTENANCE))
                                            .principal(new NamePrincipal(server.user()))
                                            .credential(new SimplePassword(server.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException("the connections to the database server could not be set up", e);
        }
    }

    /** In the database for maintenance. */
    <T> T admin(Work<T> work) {
        return with(maintenance::getConnection, work);
    }

    /** @throws ProblemException {@link DatabaseProblem#UNREACHABLE} with what PostgreSQL reports */
    <T> T on(String database, Work<T> work) {
        return with(
                () -> DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password()), work);
    }

    private <T> T with(Opening opening, Work<T> work) {
        try (Connection connection = opening.open()) {
            return done(connection, work);
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.UNREACHABLE, "The database server " + server + " reports: " + e.getMessage());
        }
    }

    /** Rolls back half a transaction: the connection is used again. */
    private static <T> T done(Connection connection, Work<T> work) throws SQLException {
        try {
            return work.on(connection);
        } catch (SQLException | RuntimeException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw e;
        }
    }

    @PreDestroy
    void close() {
        maintenance.close();
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Opening {
        Connection open() throws SQLException;
    }
}
