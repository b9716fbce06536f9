package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.file.Home;





import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;

/**
 * One embedded PostgreSQL for all tests of a checkout, created once, with a fresh database for each application under
 * test. It stops with the JVM; a server left by a killed JVM is adopted.
 */
public final class TestPostgres {
    /** Tests are loaded by several class loaders; a system property is the only state they share. */
    private static final String DATABASE_PROPERTY = "tenantmgr.test.database";

    private static final Path ROOT = Path.of("target/test-home").toAbsolutePath();

    private TestPostgres() {}

    /** The newest database, with permission to create more. */
    public static synchronized PostgresAddress address() {
        String database = System.getProperty(DATABASE_PROPERTY);
        return database == null ? fresh() : postgres().prepare().in(database);
    }

    /** A fresh database, from now on returned by {@link #address}. */
    public static synchronized PostgresAddress fresh() {
        String last = System.getProperty(DATABASE_PROPERTY);
        int number = last == null ? 1 : Integer.parseInt(last.substring(last.lastIndexOf('_') + 1)) + 1;
        String fresh = "test_" + ProcessHandle.current().pid() + "_" + number;
        EmbeddedPostgres postgres = postgres();
        PostgresAddress address = last == null ? postgres.start() : postgres.prepare();
        execute(address, "drop database if exists " + fresh + " with (force)", "create database " + fresh);
        System.setProperty(DATABASE_PROPERTY, fresh);
        if (last == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, address)));
        }
        return address.in(fresh);
    }

    private static EmbeddedPostgres postgres() {
        // each checkout has its own range, so that two can be tested at the same time
        int firstPort = 30_000 + Math.floorMod(ROOT.hashCode(), 900);
        return new EmbeddedPostgres(new Home(ROOT), firstPort, firstPort + 99);
    }

    private static void end(EmbeddedPostgres postgres, PostgresAddress address) {
        String newest = System.getProperty(DATABASE_PROPERTY);
        int end = newest.lastIndexOf('_') + 1;
        String[] drops = IntStream.rangeClosed(1, Integer.parseInt(newest.substring(end)))
                .mapToObj(number -> "drop database if exists " + newest.substring(0, end) + number + " with (force)")
                .toArray(String[]::new);
        try {
            execute(address, drops);
        } finally {
            postgres.stop();
        }
    }

    private static void execute(PostgresAddress address, String... statements) {
        try (PostgresSession session = new PostgresSession(address)) {
            for (String statement : statements) {
                session.execute(statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
    }
}
