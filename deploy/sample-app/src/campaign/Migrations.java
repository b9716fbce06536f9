package campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Applies the numbered files of {@code db/migrations}, each once, in one transaction: the schema is that of the old or
 * the new release, never in between. Files only expand, because the previous release keeps serving.
 */
final class Migrations {
    private static final long LOCK = 0x63616d706169676eL;
    private static final int ATTEMPTS = 5;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Nobody waits for a migration, and beside many others it may get little of the processor. */
    private static final int CONNECT_SECONDS = 30;

    private final DatabaseUrl url;

    Migrations(DatabaseUrl url) {
        this.url = url;
    }

    /** For local use; under a manager the schema already exists. */
    void init() throws IOException, SQLException {
        try (Connection connection = url.connect(CONNECT_SECONDS, 60);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("db/schema.sql")));
        }
    }

    /** A migration that cannot get a lock rolls back and retries, so that visitors do not queue behind it. */
    void migrate() throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                applyPending();
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                    throw e;
                }
                Log.warn("a table is in use, trying again", "attempt", attempt);
                Thread.sleep(500L * attempt);
            }
        }
    }

    private void applyPending() throws IOException, SQLException {
        try (Connection connection = url.connect(CONNECT_SECONDS, 300);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            statement.execute("set local lock_timeout = '2s'");
            statement.execute("create table if not exists migration"
                    + " (name text primary key, applied_at timestamptz not null default now())");
            Set<String> applied = applied(statement);
            int fresh = 0;
            for (Path file : files()) {
                if (!applied.contains(file.getFileName().toString())) {
                    apply(connection, statement, file);
                    fresh++;
                }
            }
            connection.commit();
            Log.info("migrated", "applied", fresh, "total", applied.size() + fresh);
        }
    }

    private static void apply(Connection connection, Statement statement, Path file) throws IOException, SQLException {
        String name = file.getFileName().toString();
        statement.execute(Files.readString(file));
        try (PreparedStatement insert = connection.prepareStatement("insert into migration (name) values (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        Log.info("applied a migration", "name", name);
    }

    private static Set<String> applied(Statement statement) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery("select name from migration")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("db/migrations"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
