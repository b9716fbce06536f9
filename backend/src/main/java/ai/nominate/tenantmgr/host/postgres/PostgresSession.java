package ai.nominate.tenantmgr.host.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One connection to the embedded server, for statements before the pool exists. */
public final class PostgresSession implements AutoCloseable {
    private final Connection connection;

    /** Uses the driver directly: DriverManager's list depends on the calling class loader. */
    PostgresSession(PostgresAddress address) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password().reveal());
        this.connection = new org.postgresql.Driver().connect(address.jdbcUrl(), login);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean finds(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
