package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of a database's tables exactly, as the role that owns them. Blocks. */
@ApplicationScoped
public class RowCounts {
    private static final String TABLES = """
            select n.nspname || '.' || c.relname, format('%I.%I', n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'""";

    private final DatabaseServer server;

    RowCounts(DatabaseServer server) {
        this.server = server;
    }

    /**
     * Compares the tables with what they should have.
     *
     * @param wanted {@code schema.table} and its rows
     * @param limit for each table
     * @return a sentence for each table that is missing or has another number of rows; empty if all are as they should be
     * @throws ProblemException {@link DatabaseProblem#UNREACHABLE} with what PostgreSQL reports
     */
    public List<String> differences(DatabaseLogin login, Map<String, Long> wanted, Duration limit) {
        try (Connection connection = DriverManager.getConnection(
                server.jdbcUrl(login.database()), login.role(), login.password().reveal())) {
            Map<String, String> there = tables(connection);
            List<String> differences = new ArrayList<>();
            for (var table : new TreeMap<>(wanted).entrySet()) {
                String name = there.get(table.getKey());
                if (name == null) {
                    differences.add("Table " + table.getKey() + " is missing");
                    continue;
                }
                long rows = count(connection, name, limit);
                if (rows != table.getValue()) {
                    differences.add(
                            "Table " + table.getKey() + " has " + rows + " row(s) instead of " + table.getValue());
                }
            }
            return differences;
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.UNREACHABLE, "The database " + login.database() + " reports: " + e.getMessage());
        }
    }

    private static Map<String, String> tables(Connection connection) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
        }
        return tables;
    }

    private static long count(Connection connection, String quoted, Duration limit) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, limit.toSeconds()));
            try (var rows = statement.executeQuery("select count(*) from only " + quoted)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
