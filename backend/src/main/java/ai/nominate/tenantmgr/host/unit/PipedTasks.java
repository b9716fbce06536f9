package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Fifo;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.nio.file.Path;
import java.util.function.Function;

/** Tasks that read or write bytes for the manager, which are no lines: through a pipe at a path that the driver's units see. */
public class PipedTasks {
    private final Supervisor supervisor;
    private final Runner runner;
    private final Home home;

    public PipedTasks(Supervisor supervisor, Runner runner, Home home) {
        this.supervisor = supervisor;
        this.runner = runner;
        this.home = home;
    }

    /**
     * Runs a task of purpose {@link Task.Purpose#FILES}, one at a time for a tenant, and moves bytes beside it.
     *
     * @param task made with the path of the pipe, which its view has to have
     * @see Supervisor#run
     */
    public Fifo.Moved run(TenantSlug slug, Function<Path, Task> task, RunScope scope, Fifo.Use use) {
        Path path = home.run().resolve("programs/tenantmgr-archive@" + slug + ".service.data");
        try (Fifo fifo = new Fifo(path, runner)) {
            Task made = task.apply(path);
            return fifo.during(() -> supervisor.run(made, scope), use);
        }
    }
}
