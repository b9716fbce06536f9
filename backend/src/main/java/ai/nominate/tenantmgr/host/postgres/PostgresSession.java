package ai.nominate.tenantmgr.host.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One connection to the embedded server, for what must be said to it before there is a pool. */
public final class PostgresSession implements AutoCloseable {
    private final Connection connection;

    /** Asks the driver itself: the list of drivers depends on who asks. */
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
