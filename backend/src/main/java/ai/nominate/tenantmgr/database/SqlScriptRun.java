package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.postgresql.PGConnection;

/**
 * Runs an SQL file in one transaction: all of it, or nothing. The connection is cut at the limit, because SQL can put off every
 * limit that PostgreSQL itself has.
 */
final class SqlScriptRun {
    private static final String NO_SUCH_ROLE = "42704";

    private final Connection connection;
    private final Duration limit;
    private final AtomicBoolean late = new AtomicBoolean();

    /** @param limit total time */
    SqlScriptRun(Connection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** @throws ProblemException {@link DatabaseProblem#INIT_FAILED} with the line and PostgreSQL's message */
    void run(String text) throws SQLException {
        connection.setAutoCommit(false);
        Thread cut = Thread.ofVirtual().name("init-limit").start(this::cut);
        try {
            for (SqlScript.Part part : SqlScript.parse(text)) {
                run(part);
            }
            connection.commit();
        } catch (InvalidValue e) {
            throw refused(e.getMessage());
        } finally {
            cut.interrupt();
        }
    }

    private void cut() {
        try {
            Thread.sleep(limit);
            late.set(true);
            connection.abort(Runnable::run);
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (SQLException closed) {
            late.set(false);
        }
    }

    private void run(SqlScript.Part part) {
        try (Statement statement = connection.createStatement()) {
            if (part.data() == null) {
                statement.setEscapeProcessing(false);
                statement.execute(part.sql());
            } else {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(part.sql(), new StringReader(part.data()));
            }
        } catch (SQLException e) {
            throw refused("line " + part.line() + ": " + reason(e));
        } catch (IOException e) {
            throw refused("line " + part.line() + ": " + e.getMessage());
        }
    }

    private String reason(SQLException e) {
        if (late.get()) {
            return "the initial SQL did not finish within " + limit.toSeconds()
                    + " s (setting deployment.migrateTimeout)";
        }
        String hint = NO_SUCH_ROLE.equals(e.getSQLState()) && e.getMessage().contains("role ")
                ? ". The database belongs to the tenant's own role: dump it with --no-owner --no-privileges"
                : "";
        return "PostgreSQL reports: " + e.getMessage() + hint;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(DatabaseProblem.INIT_FAILED, "database.init, " + detail);
    }
}
