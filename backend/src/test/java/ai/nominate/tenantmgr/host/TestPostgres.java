package ai.nominate.tenantmgr.host;

import java.nio.file.Path;
import java.sql.SQLException;

/**
 * One embedded PostgreSQL for all tests of a checkout, made once, and in it a fresh database for each test JVM. It stops with
 * the JVM; one that a killed JVM left is found and used again.
 */
public final class TestPostgres {
    /** Tests are loaded by several class loaders; a system property is the one place that they share. */
    private static final String DATABASE_PROPERTY = "tenantmgr.test.database";

    private static final Path ROOT = Path.of("target/test-home").toAbsolutePath();

    private TestPostgres() {}

    /** The fresh database, with the right to make more. */
    public static synchronized PostgresAddress address() {
        // each checkout has a range of its own, so that two can be tested at once
        int firstPort = 30_000 + Math.floorMod(ROOT.hashCode(), 900);
        EmbeddedPostgres postgres = new EmbeddedPostgres(new Home(ROOT), firstPort, firstPort + 99);
        String database = System.getProperty(DATABASE_PROPERTY);
        if (database != null) {
            return postgres.prepare().in(database);
        }
        PostgresAddress address = postgres.start();
        String fresh = "test_" + ProcessHandle.current().pid();
        try (PostgresSession session = new PostgresSession(address)) {
            session.execute("drop database if exists " + fresh + " with (force)");
            session.execute("create database " + fresh);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the tests", e);
        }
        System.setProperty(DATABASE_PROPERTY, fresh);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, address, fresh)));
        return address.in(fresh);
    }

    private static void end(EmbeddedPostgres postgres, PostgresAddress address, String database) {
        try (PostgresSession session = new PostgresSession(address)) {
            session.execute("drop database if exists " + database + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            postgres.stop();
        }
    }
}
