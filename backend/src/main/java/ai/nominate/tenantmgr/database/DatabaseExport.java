package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * Dumps a tenant's database with the numbers of its rows, both of one moment: the dump reads the snapshot in which they were counted.
 * Everything is done as the tenant's own role. Blocks.
 */
@ApplicationScoped
public class DatabaseExport {
    private final PostgresTools tools;
    private final TenantDatabases databases;

    DatabaseExport(PostgresTools tools, TenantDatabases databases) {
        this.tools = tools;
        this.databases = databases;
    }

    /**
     * @param serverVersion version of the database server
     * @param dumpVersion version of pg_dump
     * @param rowCounts by {@code schema.table}
     */
    public record Exported(String serverVersion, String dumpVersion, Map<String, Long> rowCounts) {}

    /**
     * Writes the dump in pg_dump's custom format, not compressed.
     *
     * @param file does not exist
     * @param limit time that counting and dumping may take, each
     * @throws ProblemException {@link DatabaseProblem#BACKUP_FAILED} with pg_dump's last lines if it fails
     */
    public Exported write(TenantSnapshot tenant, Path file, Duration limit, RunScope scope) {
        DatabaseLogin login = databases.login(tenant);
        try (ExportedSnapshot snapshot = ExportedSnapshot.of(databases.open(login), limit)) {
            Exported exported = new Exported(snapshot.serverVersion(), tools.version("pg_dump"), snapshot.counts());
            CommandResult result = tools.run(
                    "pg_dump",
                    login.arguments(
                            "-Fc",
                            "-Z0",
                            "--no-password",
                            "--snapshot=" + snapshot.id(),
                            "--file=" + file,
                            login.database()),
                    login.password(),
                    limit,
                    scope);
            if (!result.succeeded()) {
                throw new ProblemException(
                                DatabaseProblem.BACKUP_FAILED,
                                result.timedOut()
                                        ? "pg_dump was stopped after " + limit.toSeconds() + " s"
                                        : "pg_dump exited with code " + result.exit())
                        .with(ProblemException.LAST_LINES, result.lastLines());
            }
            snapshot.requireOpen();
            return exported;
        } catch (SQLException e) {
            throw new ProblemException(DatabaseProblem.BACKUP_FAILED, "The database reports: " + e.getMessage());
        }
    }
}
