package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Fills a tenant's database as the tenant's own role, so that PostgreSQL decides what it may do. Blocks. */
record DatabaseContent(DatabaseServer server) {
    /** Only extensions that PostgreSQL trusts. */
    void extend(DatabaseLogin login, List<String> extensions) {
        if (extensions.isEmpty()) {
            return;
        }
        try (Connection connection = open(login)) {
            for (String extension : extensions) {
                extend(connection, extension);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void extend(Connection connection, String extension) {
        try {
            DatabaseSql.execute(
                    connection, "create extension if not exists \"" + extension.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.EXTENSION_REFUSED,
                    "database.extensions: " + extension + " cannot be had. PostgreSQL reports: " + e.getMessage());
        }
    }

    void fill(DatabaseLogin login, String sql, Duration limit) {
        try (Connection connection = open(login)) {
            new SqlScriptRun(connection, limit).run(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private Connection open(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(login.database()), login.role(), login.password().reveal());
    }

    private static ProblemException failed(SQLException e) {
        return new ProblemException(DatabaseProblem.INIT_FAILED, "PostgreSQL reports: " + e.getMessage());
    }
}
