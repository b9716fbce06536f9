package ai.nominate.tenantmgr.host.postgres;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Thousands of tenants, as rows of the database under test. */
public final class TestCrowd {
    private static final Path ROWS = Path.of("../deploy/bench/crowd.sql");

    private TestCrowd() {}

    /** Inserts the given range, and runs ANALYZE as autovacuum would. */
    public static void add(int first, int last) {
        try (PostgresSession session = new PostgresSession(TestPostgres.address())) {
            session.execute("set crowd.first = " + first + "; set crowd.last = " + last);
            session.execute(Files.readString(ROWS));
            session.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
