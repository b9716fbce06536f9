package ai.nominate.tenantmgr.host.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Tenants by the thousand, as rows of the database under test. */
public final class TestCrowd {
    private static final Path ROWS = Path.of("../deploy/bench/crowd.sql");

    private TestCrowd() {}

    /** Adds those with the numbers, and lets PostgreSQL look at its tables as it does by itself after a while. */
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
