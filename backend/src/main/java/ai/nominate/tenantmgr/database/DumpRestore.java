package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.OwnNetwork;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.host.socket.SocketRelay;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Restores a dump into an empty database as the role that owns it. pg_restore reads what others wrote: it runs without the machine's
 * files and without a network, and reaches nothing but that database server. Blocks.
 */
@ApplicationScoped
public class DumpRestore {
    private static final Path SOCKETS = Path.of("/database");
    private static final String PORT = "5432";

    private final PostgresTools tools;
    private final Supervisor supervisor;
    private final TaskLimits limits;
    private final Home home;

    DumpRestore(PostgresTools tools, Supervisor supervisor, TaskLimits limits, Home home) {
        this.tools = tools;
        this.supervisor = supervisor;
        this.limits = limits;
        this.home = home;
    }

    /**
     * Stops at the first error.
     *
     * @param owner whose data it is, for people who look at the machine's processes
     * @param dump written by {@code pg_dump -Fc}
     * @throws ProblemException {@link DatabaseProblem#TOOLS_MISSING}, or {@link DatabaseProblem#BACKUP_FAILED} with the last lines
     */
    public void restore(TenantSlug owner, DatabaseLogin login, Path dump, Duration limit, RunScope scope) {
        Path program = tools.path("pg_restore")
                .orElseThrow(() -> new ProblemException(
                        DatabaseProblem.TOOLS_MISSING,
                        "Install PostgreSQL's client programs (postgresql-client): pg_restore was not found"));
        CommandResult result = supervisor.exposure().isPresent()
                ? tools.run("pg_restore", arguments(login.arguments(), login, dump), login.password(), limit, scope)
                : apart(owner, program, login, dump, limit, scope);
        if (!result.succeeded()) {
            String why = result.excess()
                    .map(excess -> "pg_restore " + excess + " and was ended")
                    .orElse(
                            result.timedOut()
                                    ? "pg_restore was stopped after " + limit.toSeconds() + " s"
                                    : "pg_restore exited with code " + result.exit());
            throw new ProblemException(DatabaseProblem.BACKUP_FAILED, why)
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }

    private CommandResult apart(
            TenantSlug owner, Path program, DatabaseLogin login, Path dump, Duration limit, RunScope scope) {
        Path sockets = home.run()
                .resolve("restores")
                .resolve(UUID.randomUUID().toString().substring(0, 8));
        SafeFiles.directory(sockets, "rwx------");
        List<String> argv = new ArrayList<>(OwnNetwork.empty());
        argv.add(program.toString());
        argv.addAll(arguments(
                List.of("--host=" + SOCKETS, "--port=" + PORT, "--username=" + login.role()), login, dump));
        FileView view = FileView.nothing().writing(sockets, SOCKETS).reading(dump);
        if (program.startsWith(home.root())) {
            view = view.reading(program.getParent().getParent());
        }
        Task task = new Task(
                new Task.Owner.OfTenant(owner),
                Task.Purpose.DUMP,
                argv,
                Path.of("/"),
                Map.of("PGPASSWORD", login.password().reveal()),
                limits.of(Task.Purpose.DUMP, limit),
                Optional.of(view));
        InetSocketAddress server = new InetSocketAddress(login.host(), login.port());
        try (SocketRelay relay = SocketRelay.fromFile(sockets.resolve(".s.PGSQL." + PORT), server)) {
            return supervisor.run(task, scope);
        } finally {
            SafeFiles.deleteTree(sockets);
        }
    }

    private static List<String> arguments(List<String> to, DatabaseLogin login, Path dump) {
        List<String> arguments = new ArrayList<>(to);
        arguments.addAll(List.of(
                "--no-password",
                "--exit-on-error",
                "--no-owner",
                "--no-acl",
                "--no-comments",
                "--dbname=" + login.database(),
                dump.toString()));
        return arguments;
    }
}
