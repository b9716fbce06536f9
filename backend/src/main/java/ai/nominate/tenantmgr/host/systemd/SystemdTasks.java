package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.DiskWatch;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Cgroups;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Builds, migrations and commands as units of systemd, whose output comes through pipes and not by the journal. */
final class SystemdTasks {
    private static final int COMMANDS = 4;
    private static final Pattern TASK =
            Pattern.compile("tenantmgr-(?:build|files|archive|(?:migrate|command[1-4])-[ab])@.*");
    private static final Limits FILES = new Limits(64L << 20, 16, Duration.ofMinutes(1));

    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, String> prepared = new ConcurrentHashMap<>();
    private final Home home;
    private final Path programs;
    private final BaseEnvironment environment;
    private final Systemctl systemctl;
    private final Cgroups cgroups;
    private final CaptureRunner captures;

    SystemdTasks(
            Home home,
            Path programs,
            BaseEnvironment environment,
            Systemctl systemctl,
            Cgroups cgroups,
            CaptureRunner captures) {
        this.home = home;
        this.programs = programs;
        this.environment = environment;
        this.systemctl = systemctl;
        this.cgroups = cgroups;
        this.captures = captures;
    }

    CommandResult run(Task task, RunScope scope) {
        if (task.purpose().isApart()) {
            return captures.run(task, scope);
        }
        scope.permit().check();
        if (Thread.interrupted()) {
            throw new RunInterrupted("The command was not started because its caller was cancelled.");
        }
        if (task.purpose() == Task.Purpose.FILES) { // no release, and nothing to be mounted over one
            return run(acquire("tenantmgr-archive@" + slug(task) + ".service"), task, "", scope);
        }
        Slot slot = task.directory().endsWith("slots/b") ? Slot.B : Slot.A;
        String checks = "";
        if (task.owner() instanceof Task.Owner.OfTenant tenant && task.view().isPresent()) {
            InnerMounts inner =
                    InnerMounts.of(home, tenant.slug(), slot, task.view().get());
            prepare(inner, task.directory());
            checks = inner.checks();
        }
        return run(acquire(task, slot), task, checks, scope);
    }

    private static TenantSlug slug(Task task) {
        if (task.owner() instanceof Task.Owner.OfTenant tenant) {
            return tenant.slug();
        }
        throw new IllegalArgumentException("only a tenant has files: " + task.mark());
    }

    /** Makes the directories that the next unit of the slot mounts over its release. */
    void prepare(InnerMounts inner, Path release) {
        inner.link();
        String slot = inner.slug() + "/" + inner.slot();
        String script = inner.preparation(real(release));
        if (inner.isEmpty() || script.equals(prepared.get(slot))) {
            return;
        }
        Task task = new Task(
                new Task.Owner.OfTenant(inner.slug()),
                Task.Purpose.COMMAND,
                List.of("/bin/sh", "-c", script),
                Path.of("/"),
                Map.of(),
                FILES);
        RunScope scope = new RunScope(UUID.randomUUID(), 0, Permit.ALWAYS, LineSink.NONE);
        CommandResult result = run(acquire("tenantmgr-files@" + inner.slug() + ".service"), task, "", scope);
        if (!result.succeeded()) {
            throw new IllegalStateException("the directories of " + inner.slug() + " could not be made: "
                    + String.join(" ", result.lastLines()));
        }
        prepared.put(slot, script);
    }

    /** What the manager's link leads to: the name says whether another release has written. */
    private static Path real(Path release) {
        try {
            return release.toRealPath();
        } catch (IOException e) {
            return release;
        }
    }

    private CommandResult run(String unit, Task task, String checks, RunScope scope) {
        Path program = programs.resolve(unit);
        try {
            task.view().ifPresent(this::makeDirectories);
            SafeFiles.write(
                    program,
                    Program.of(task, variables(task, scope), checks, program).text(),
                    "rw-r--r--");
            removePipes(program);
            systemctl.plain("mkfifo", "--mode=0622", program + ".out", program + ".err");
            endForgotten(unit);
            systemctl.set(unit, CgroupLimits.properties(task.limits()));
            try (DiskWatch disk = new DiskWatch(
                            written(task), bytes -> task.limits().exceededBy(bytes, task.purpose()::origin));
                    TaskUnit running = new TaskUnit(unit, task, program, scope.output(), systemctl, cgroups)) {
                return running.run(disk);
            }
        } finally {
            removePipes(program);
            SafeFiles.deleteTree(program);
            busy.remove(unit);
            task.view().flatMap(FileView::temporary).ifPresent(SafeFiles::deleteTree);
        }
    }

    private Map<String, String> variables(Task task, RunScope scope) {
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.put(ProcessMarkers.RUN, scope.mark());
        variables.put(ProcessMarkers.TASK, task.mark());
        return variables;
    }

    private static void removePipes(Path program) {
        Stream.of(".out", ".err").forEach(end -> SafeFiles.deleteTree(Path.of(program + end)));
    }

    /** Of a build; those of a tenant are its own. The manager looks how big they become. */
    private void makeDirectories(FileView view) {
        view.mounts().stream()
                .filter(FileView.Mount::writable)
                .map(FileView.Mount::source)
                .filter(source -> source.startsWith(home.builds()))
                .forEach(source -> SafeFiles.directory(source, "rwxr-xr-x"));
    }

    private List<Path> written(Task task) {
        return task.limits().diskBytes() <= 0
                ? List.of()
                : task.view().stream()
                        .flatMap(view -> view.mounts().stream())
                        .filter(FileView.Mount::writable)
                        .map(FileView.Mount::source)
                        .toList();
    }

    private String acquire(Task task, Slot slot) {
        return switch (task.owner()) {
            case Task.Owner.OfRelease release -> acquire("tenantmgr-build@" + release.id() + ".service");
            case Task.Owner.OfTenant tenant
            when task.purpose() == Task.Purpose.MIGRATE ->
                acquire("tenantmgr-migrate-" + slot.id() + "@" + tenant.slug() + ".service");
            case Task.Owner.OfTenant tenant ->
                acquire(IntStream.rangeClosed(1, COMMANDS)
                        .mapToObj(n -> "tenantmgr-command" + n + "-" + slot.id() + "@" + tenant.slug() + ".service")
                        .toArray(String[]::new));
        };
    }

    /** Waits for one of them: a tenant that runs four commands at once has to wait for the fifth. */
    private String acquire(String... units) {
        while (true) {
            Optional<String> free = Stream.of(units).filter(busy::add).findFirst();
            if (free.isPresent()) {
                return free.get();
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new RunInterrupted("The command was not started because its caller was cancelled.");
            }
        }
    }

    /** Nobody reads the output of a task whose manager is gone, and its run begins it anew. */
    void endForgotten() {
        cgroups.units().stream()
                .filter(unit -> TASK.matcher(unit).matches() && !busy.contains(unit))
                .forEach(this::endForgotten);
    }

    private void endForgotten(String unit) {
        if (!cgroups.processes(unit).isEmpty()) {
            systemctl.kill(unit);
            systemctl.stopAndWait(unit);
        }
        systemctl.resetFailed(unit);
    }

    void forget(TenantSlug slug) {
        prepared.keySet().removeIf(slot -> slot.startsWith(slug + "/"));
    }
}
