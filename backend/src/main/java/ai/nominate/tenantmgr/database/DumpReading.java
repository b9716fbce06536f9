package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.host.unit.TaskLimits;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a dump to its end, which its list of contents alone does not show to be whole. Holes of pg_restore run a tenant's code from a
 * crafted dump, so it runs apart: with no secret, and with no file but the dump. Blocks.
 */
@ApplicationScoped
public class DumpReading {
    private final PostgresTools tools;
    private final Supervisor supervisor;
    private final TaskLimits limits;

    DumpReading(PostgresTools tools, Supervisor supervisor, TaskLimits limits) {
        this.tools = tools;
        this.supervisor = supervisor;
        this.limits = limits;
    }

    /** Programs of the machine are seen in any case; those of the embedded server lie in the home. */
    private static FileView view(Path dump, Path program) {
        FileView view = FileView.nothing().reading(dump);
        return program.startsWith("/usr")
                ? view
                : view.reading(program.getParent().getParent());
    }

    /** @throws ProblemException {@link DatabaseProblem#BACKUP_FAILED} with pg_restore's last lines if it cannot be read to its end */
    public void toItsEnd(TenantSlug slug, Path dump, Duration limit, RunScope scope) {
        Path program = tools.path("pg_restore")
                .orElseThrow(() -> new ProblemException(
                        DatabaseProblem.TOOLS_MISSING, "Install PostgreSQL's client programs (postgresql-client)"));
        Task task = new Task(
                new Task.Owner.OfTenant(slug),
                Task.Purpose.DUMP,
                List.of(program.toString(), "--file=/dev/null", dump.toString()),
                Path.of("/"),
                Map.of(),
                limits.of(Task.Purpose.DUMP, limit),
                Optional.of(view(dump, program)));
        CommandResult result = supervisor.run(task, scope);
        if (!result.succeeded()) {
            throw new ProblemException(
                            DatabaseProblem.BACKUP_FAILED,
                            "The dump cannot be read to its end: pg_restore "
                                    + result.excess()
                                            .orElse(result.timedOut() ? "was stopped" : "exited with " + result.exit()))
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }
}
