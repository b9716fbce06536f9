package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.ProblemException;


import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until all transactions that are open at the time of the call have ended. Blocks. */
@ApplicationScoped
class OpenTransactions {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long LOOK_MS = 50;
    private static final String NOW = "select clock_timestamp()";
    private static final String OLDER = """
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                  and xact_start <= ?""";

    private final AgroalDataSource database;

    OpenTransactions(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws ProblemException if one of them does not end within a minute */
    void awaitEarlier() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (var connection = database.getConnection();
                var now = connection.prepareStatement(NOW).executeQuery();
                var older = connection.prepareStatement(OLDER)) {
            now.next();
            older.setObject(1, now.getObject(1, java.time.OffsetDateTime.class));
            while (true) {
                try (var rows = older.executeQuery()) {
                    rows.next();
                    if (rows.getInt(1) == 0) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new ProblemException(
                                    MaintenanceProblem.BUSY, "Try again later; until then both keys are in use")
                            .retryAfter(LIMIT);
                }
                pause();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("open transactions could not be listed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for open transactions", e);
        }
    }
}
