package ai.nominate.tenantmgr.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A moment of a database that other sessions can read as long as this one is open. */
final class ExportedSnapshot implements AutoCloseable {
    /** Tables with rows of their own: no partitioned parents, and none that an extension brings. */
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_t'
                and not exists (select 1 from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            order by 1""";

    private final Connection connection;
    private final String id;

    private ExportedSnapshot(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /** @param connection closed with this */
    static ExportedSnapshot of(Connection connection, Duration limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("set local statement_timeout = " + limit.toMillis());
            statement.execute("set local idle_in_transaction_session_timeout = 0");
            return new ExportedSnapshot(connection, text(statement, "select pg_export_snapshot()"));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    String id() {
        return id;
    }

    String serverVersion() throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    /** The number of rows of each table by its name. */
    Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            List<String[]> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(new String[] {rows.getString(1), rows.getString(2)});
                }
            }
            for (String[] table : tables) {
                counts.put(table[1], Long.parseLong(text(statement, "select count(*) from only " + table[0])));
            }
        }
        return counts;
    }

    /** A session that ended took its snapshot along: what was dumped then is no longer known to be of this moment. */
    void requireOpen() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
