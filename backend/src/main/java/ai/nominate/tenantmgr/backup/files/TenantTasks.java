package ai.nominate.tenantmgr.backup.files;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.Fifo;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.PipedTasks;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Runs shell scripts of the manager's as the user of a tenant, one at a time for each. Blocks. */
@ApplicationScoped
class TenantTasks {
    private static final long MEMORY = 256L << 20;
    private static final int TASKS = 64;

    private final Set<TenantSlug> busy = ConcurrentHashMap.newKeySet();
    private final Supervisor supervisor;
    private final PipedTasks pipes;

    TenantTasks(Supervisor supervisor, PipedTasks pipes) {
        this.supervisor = supervisor;
        this.pipes = pipes;
    }

    /**
     * A script for a tenant.
     *
     * @param view the directories that it sees, where tenants have no user of their own
     * @param words its arguments
     */
    record Job(TenantSlug slug, FileView view, String script, List<String> words, Duration limit) {}

    CommandResult run(Job job, RunScope scope) {
        return alone(job.slug(), () -> supervisor.run(task(job, job.view(), job.words()), quiet(scope)));
    }

    /** The path of the pipe is its first argument. */
    Fifo.Moved run(Job job, RunScope scope, Fifo.Use use) {
        return alone(job.slug(), () -> pipes.run(job.slug(), pipe -> task(job, pipe), quiet(scope), use));
    }

    private static Task task(Job job, Path pipe) {
        List<String> words = new ArrayList<>(List.of(pipe.toString()));
        words.addAll(job.words());
        return task(job, job.view().reading(pipe), words);
    }

    private static Task task(Job job, FileView view, List<String> words) {
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", job.script(), "sh"));
        argv.addAll(words);
        return new Task(
                new Task.Owner.OfTenant(job.slug()),
                Task.Purpose.FILES,
                argv,
                Path.of("/"),
                Map.of(),
                new Limits(MEMORY, TASKS, job.limit()),
                Optional.of(view));
    }

    /** What a program says of its files is for its result, and not a line of the run. */
    private static RunScope quiet(RunScope scope) {
        return new RunScope(scope.id(), scope.epoch(), scope.permit(), LineSink.NONE);
    }

    private <T> T alone(TenantSlug slug, Supplier<T> work) {
        while (!busy.add(slug)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new RunInterrupted("The files of the tenant were not touched because the caller was cancelled.");
            }
        }
        try {
            return work.get();
        } finally {
            busy.remove(slug);
        }
    }
}
