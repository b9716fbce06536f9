package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** A fresh database with the product's schema, and the pool with which a manager reads it. */
final class RunLogDatabase implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final Pool pool;
    private final PostgresAddress address = TestPostgres.fresh();

    RunLogDatabase() throws SQLException, IOException {
        try (Stream<Path> files = Files.list(Path.of("../schema/db"))) {
            List<Path> versions = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
            for (Path version : versions) {
                execute(Files.readString(version));
            }
        }
        PgConnectOptions options = PgConnectOptions.fromUri(address.reactiveUrl())
                .setUser(address.user())
                .setPassword(address.password().reveal());
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    /** A run with lines of this many bytes each. */
    UUID run(String status, String finished, int lines, int bytes) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("insert into run (id, kind, server_id, exclusive, status, epoch, actor, finished_at) values ('" + id
                + "', 'deploy', (select min(id) from server), false, '" + status + "', 1, 'test', " + finished + ")");
        execute("insert into run_log (run_id, seq, at, step, stream, level, text) select '" + id
                + "', i, now(), 's', 'out', 'info', rpad(i::text, " + bytes + ", md5(i::text)) from generate_series(1, "
                + lines + ") i");
        return id;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password().reveal());
        return new org.postgresql.Driver().connect(address.jdbcUrl(), login);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
