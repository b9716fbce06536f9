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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Dumps of tenants' databases, one file per run. A file under its final name was read to its end by pg_restore. Everything is
 * done as the tenant's own role: what a dump holds must not be executed as a superuser. Blocks.
 */
@ApplicationScoped
public class DatabaseDumps {
    private static final String SUFFIX = ".dump";
    private static final String UNFINISHED = ".unfinished";

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

    /** The dump that a run has taken. */
    public Optional<Path> of(TenantSnapshot tenant, UUID run) {
        return Optional.of(file(tenant, run)).filter(Files::isRegularFile);
    }

    /** Dumps the tenant's database, unless this run has done so already. */
    public Path take(TenantSnapshot tenant, Duration limit, RunScope scope) {
        Path dump = file(tenant, scope.id());
        if (Files.isRegularFile(dump)) {
            return dump;
        }
        SafeFiles.directory(home.dumps(), "rwx------");
        SafeFiles.directory(dump.getParent(), "rwx------");
        Path unfinished = dump.resolveSibling(dump.getFileName() + UNFINISHED);
        removeUnfinished(tenant, scope.permit());
        TenantDatabases.Login login = databases.login(tenant);
        run(
                "pg_dump",
                login.arguments("-Fc", "--no-password", "--file=" + unfinished, login.database()),
                login.password(),
                limit,
                scope);
        check(unfinished, login.password(), limit, scope);
        scope.permit().check();
        try {
            Files.move(unfinished, dump, StandardCopyOption.ATOMIC_MOVE);
            SafeFiles.sync(dump.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep " + dump, e);
        }
        return dump;
    }

    /** What an earlier run that was cancelled left. */
    private void removeUnfinished(TenantSnapshot tenant, Permit permit) {
        files(tenant, UNFINISHED).forEach(file -> SafeFiles.deleteTree(file, permit));
    }

    /** The list of contents alone does not show that the data is whole: it is read to its end too. */
    private void check(Path dump, Secret password, Duration limit, RunScope scope) {
        run("pg_restore", List.of("--list", dump.toString()), password, limit, scope);
        run("pg_restore", List.of("--file=/dev/null", dump.toString()), password, limit, scope);
    }

    /** Puts the database back as it was dumped by the run. Services must not use it. */
    public void restore(TenantSnapshot tenant, Duration limit, RunScope scope) {
        Path dump = of(tenant, scope.id()).orElseThrow();
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

    /** Removes all dumps of a tenant but the newest few. */
    public void prune(TenantSnapshot tenant, int kept, Permit permit) {
        List<Path> files = files(tenant, SUFFIX);
        files.subList(0, Math.max(0, files.size() - kept)).forEach(file -> SafeFiles.deleteTree(file, permit));
    }

    /** Removes all dumps of a tenant. */
    public void remove(TenantSnapshot tenant, Permit permit) {
        SafeFiles.deleteTree(directory(tenant), permit);
    }

    /** The oldest first: ids of runs are in the order of time. */
    private List<Path> files(TenantSnapshot tenant, String suffix) {
        if (!Files.isDirectory(directory(tenant))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory(tenant))) {
            return files.filter(file -> file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(TenantSnapshot tenant, UUID run) {
        return directory(tenant).resolve(run + SUFFIX);
    }

    /** By its id: a later tenant may get its slug. */
    private Path directory(TenantSnapshot tenant) {
        return home.dumps().resolve(tenant.id().toString());
    }
}
