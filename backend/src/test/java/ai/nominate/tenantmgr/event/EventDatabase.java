package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** A fresh database with the table of events as the product makes it, JDBC connections to write, and pools to read. */
final class EventDatabase implements AutoCloseable {
    private static final Path SCHEMA = Path.of("../schema/db/V060__events.sql");

    private final PostgresAddress address = TestPostgres.fresh();
    private final Vertx vertx = Vertx.vertx();

    EventDatabase() throws SQLException {
        execute(read(SCHEMA));
    }

    Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password().reveal());
        return new org.postgresql.Driver().connect(address.jdbcUrl(), login);
    }

    /** As a manager of its own has it. */
    Pool pool() {
        PgConnectOptions options = PgConnectOptions.fromUri(address.reactiveUrl())
                .setUser(address.user())
                .setPassword(address.password().reveal());
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(4))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes an event; it is committed with the connection's transaction. */
    static void write(Connection connection, String type) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into event (topic, type, payload) values ('tenants', ?, '{}')")) {
            insert.setString(1, type);
            insert.executeUpdate();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
