package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Restores dumps of tenants' databases, as the tenant's own role: what a dump holds must not be executed as a superuser. Blocks.
 */
@ApplicationScoped
public class DatabaseDumps {
    private final PostgresTools tools;
    private final TenantDatabases databases;
    private final Home home;

    DatabaseDumps(PostgresTools tools, TenantDatabases databases, Home home) {
        this.tools = tools;
        this.databases = databases;
        this.home = home;
    }

    /** @throws ProblemException {@link DatabaseProblem#TOOLS_MISSING} if pg_dump or pg_restore is not installed */
    public void requireTools() {
        for (String tool : List.of("pg_dump", "pg_restore")) {
            if (!tools.has(tool)) {
                throw new ProblemException(
                        DatabaseProblem.TOOLS_MISSING,
                        "Install PostgreSQL's client programs (postgresql-client): " + tool + " was not found");
            }
        }
    }

    /** @throws ProblemException {@link DatabaseProblem#BACKUP_FAILED} with the tool's last lines if it fails */
    private void run(String tool, List<String> arguments, Secret password, Duration limit, RunScope scope) {
        CommandResult result = tools.run(tool, arguments, password, limit, scope);
        if (!result.succeeded()) {
            String why = result.timedOut()
                    ? tool + " was stopped after " + limit.toSeconds() + " s (setting deployment.backupTimeout)"
                    : tool + " exited with code " + result.exit();
            throw new ProblemException(DatabaseProblem.BACKUP_FAILED, why)
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }

    /** Puts the database back as it was dumped. Services must not use it. */
    public void restore(TenantSnapshot tenant, Path dump, Duration limit, RunScope scope) {
        databases.replace(
                tenant,
                login -> run(
                        "pg_restore",
                        login.arguments(
                                "--no-password",
                                "--exit-on-error",
                                "--no-owner",
                                "--no-comments",
                                "--dbname=" + login.database(),
                                dump.toString()),
                        login.password(),
                        limit,
                        scope),
                scope.permit());
    }

    /** Removes the dumps that earlier versions took of a tenant. */
    public void remove(TenantSnapshot tenant, Permit permit) {
        SafeFiles.deleteTree(directory(tenant), permit);
    }

    /** By its id: a later tenant may get its slug. */
    private Path directory(TenantSnapshot tenant) {
        return home.dumps().resolve(tenant.id().toString());
    }
}
