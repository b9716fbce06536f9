package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.BuildVariables;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.git.GitRepositories;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Creates the directory of a release: copies, builds, and removes write permission. All in its final place, because many tools
 * record the path in what they make; a marker beside the directory says that it is unfinished.
 */
@ApplicationScoped
class ReleaseBuilder {
    private static final String UNFINISHED = ".unfinished-";
    /** Of releases that were built elsewhere and renamed, as they were before. */
    private static final String RENAMED = ".building-";

    private final Home home;
    private final Supervisor supervisor;
    private final GitRepositories repositories;

    ReleaseBuilder(Home home, Supervisor supervisor, GitRepositories repositories) {
        this.home = home;
        this.supervisor = supervisor;
        this.repositories = repositories;
    }

    Path directory(String release) {
        return home.releases().resolve(release);
    }

    /** Whether the directory is there and was built to its end. */
    boolean isFinished(String release) {
        return Files.isDirectory(directory(release), LinkOption.NOFOLLOW_LINKS) && !Files.exists(marker(release));
    }

    /**
     * @param limits of the build: the time of copy and commands together, the rest of each command
     * @return the content hash of the build
     */
    String build(String id, PinnedSource pinned, Manifest manifest, Limits limits, RunScope scope) {
        long start = System.nanoTime();
        remove(id);
        SafeFiles.directory(home.releases(), "rwxr-xr-x");
        SafeFiles.write(marker(id), scope.mark() + "\n", "rw-------");
        Path work = directory(id);
        boolean finished = false;
        try {
            scope.permit().check();
            copy(pinned, work, limits.time(), scope);
            for (List<String> argv : manifest.build()) {
                run(id, argv, variables(id, pinned, manifest), work, limits, start, scope);
            }
            MountPoints.make(work, manifest);
            SourceTree.freeze(work);
            String hash = SourceTree.hash(work);
            scope.permit().check();
            Files.delete(marker(id));
            SafeFiles.sync(home.releases());
            finished = true;
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (isOwn(id, scope) || finished) {
                SafeFiles.deleteTree(home.builds().resolve(id));
            }
            if (!finished && isOwn(id, scope)) {
                remove(id);
            }
        }
    }

    /**
     * Whether this builder may still write: a builder that was overtaken leaves everything to the next one, whose files have the
     * same names. Between this answer and a write it can be overtaken, which the step's permit narrows to milliseconds.
     */
    private boolean isOwn(String id, RunScope scope) {
        try {
            scope.permit().check();
            return builderOf(id).equals(scope.mark() + "\n");
        } catch (PermitLost e) {
            return false;
        }
    }

    /** Removes a release's files; the marker last, so that half a release is never taken for one. */
    void remove(String id) {
        SafeFiles.deleteTree(home.builds().resolve(id));
        if (Files.exists(directory(id), LinkOption.NOFOLLOW_LINKS) && !Files.exists(marker(id))) {
            SafeFiles.write(marker(id), "", "rw-------");
        }
        SafeFiles.deleteTree(directory(id));
        SafeFiles.deleteTree(marker(id));
    }

    /**
     * Removes what builders left that crashed. A build may begin at any time: what is looked at first are the files, then who
     * builds, then whether the files are still the same builder's.
     *
     * @param building the releases that have a builder when it is asked
     */
    void removeLeftovers(Supplier<Set<String>> building, Permit permit) {
        SafeFiles.deleteTree(home.root().resolve("cache"), permit); // builds of before had one home together
        Map<String, String> unfinished = new HashMap<>();
        for (String name : hiddenNames()) {
            if (name.startsWith(RENAMED)) {
                permit.check();
                SafeFiles.deleteTree(home.releases().resolve(name), permit);
            } else if (name.startsWith(UNFINISHED)) {
                String id = name.substring(UNFINISHED.length());
                unfinished.put(id, builderOf(id));
            }
        }
        if (!unfinished.isEmpty()) {
            unfinished.keySet().removeAll(building.get());
        }
        unfinished.forEach((id, builder) -> {
            permit.check();
            if (builderOf(id).equals(builder)) {
                remove(id);
            }
        });
    }

    /** What the marker says; empty if there is none. */
    private String builderOf(String id) {
        try {
            return Files.readString(marker(id));
        } catch (IOException e) {
            return "";
        }
    }

    private List<String> hiddenNames() {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(home.releases(), LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> hidden = Files.newDirectoryStream(home.releases(), ".*")) {
                hidden.forEach(path -> names.add(path.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private Path marker(String id) {
        return home.releases().resolve(UNFINISHED + id);
    }

    private void copy(PinnedSource pinned, Path work, Duration limit, RunScope scope) {
        switch (pinned.source()) {
            case TenantSource.Git git -> repositories.export(git, pinned.commit(), work, limit, scope);
            case TenantSource.Outdated outdated -> throw Sources.outdated(outdated);
            case TenantSource.Directory directory -> {
                SourceTree.copy(directory.path(), work, scope.permit());
                if (!SourceTree.hash(work).equals(pinned.commit())) {
                    throw new ProblemException(
                            ReleaseProblem.SOURCE_CHANGED, directory.path() + " changed during the copy; deploy again");
                }
            }
        }
    }

    /** The environment of a build, beside what every process gets. */
    private Map<String, String> variables(String id, PinnedSource pinned, Manifest manifest) {
        Map<String, String> variables = new HashMap<>();
        manifest.env().build().forEach((key, value) -> variables.put(key.value(), value));
        variables.put(BuildVariables.COMMIT.value(), pinned.commit());
        variables.put("HOME", buildHome(id).toString());
        return variables;
    }

    private Path buildHome(String id) {
        return home.builds().resolve(id).resolve("home");
    }

    /** A home and temporary files of the build's own: what one build leaves there is read by no other. */
    private void run(
            String id,
            List<String> argv,
            Map<String, String> variables,
            Path work,
            Limits limits,
            long start,
            RunScope scope) {
        FileView view = FileView.nothing()
                .writing(work)
                .owning("HOME", buildHome(id))
                .temporary(home.builds().resolve(id).resolve("tmp"));
        Duration left = limits.time().minusNanos(System.nanoTime() - start);
        Task task = new Task(
                new Task.Owner.OfRelease(id),
                Task.Purpose.BUILD,
                BuildVariables.fill(argv, variables),
                work,
                variables,
                limits.until(left.isPositive() ? left : Duration.ofMillis(1)),
                Optional.of(view));
        scope.output().accept(LineSink.Stream.OUT, "$ " + task);
        CommandResult result = supervisor.run(task, scope);
        if (result.excess().isPresent()) {
            throw failed(
                    ReleaseProblem.BUILD_OVER_LIMIT,
                    task + " " + result.excess().get(),
                    result);
        }
        if (result.timedOut()) {
            long seconds = limits.time().toSeconds();
            throw failed(ReleaseProblem.BUILD_TIMED_OUT, task + " did not finish within " + seconds + " s", result);
        }
        if (!result.succeeded()) {
            throw failed(ReleaseProblem.BUILD_FAILED, task + " exited with code " + result.exit(), result);
        }
    }

    private static ProblemException failed(ReleaseProblem problem, String detail, CommandResult result) {
        return new ProblemException(problem, detail).with(ProblemException.LAST_LINES, result.lastLines());
    }
}
