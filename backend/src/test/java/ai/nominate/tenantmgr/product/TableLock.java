package ai.nominate.tenantmgr.product;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Blocks writes to a table until it is closed. */
final class TableLock implements AutoCloseable {
    private static final String WAITS =
            "select exists (select 1 from pg_locks where relation = '%s'::regclass and not granted)";

    private final Connection connection;
    private final String table;

    TableLock(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        connection.setAutoCommit(false);
        execute("lock table " + table + " in share mode");
    }

    /** Whether another transaction waits to write. */
    boolean isWaitedFor() {
        try (ResultSet rows = connection.createStatement().executeQuery(WAITS.formatted(table))) {
            rows.next();
            return rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        connection.createStatement().execute(sql);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
