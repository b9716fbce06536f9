package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Task;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.BuildVariables;
import ai.nominate.tenantmgr.manifest.Manifest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Creates the directory of a release: copies, builds, removes write permission, and renames it to its final path. */
@ApplicationScoped
class ReleaseBuilder {
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

    /**
     * @param limits of each command of the build; their time also limits the fetch
     * @return the content hash of the build
     */
    String build(String id, PinnedSource pinned, Manifest manifest, Limits limits, RunScope scope) {
        removeUnfinished(id);
        Path work = home.releases().resolve(".building-" + id + "-" + scope.epoch());
        try {
            SafeFiles.directory(home.releases(), "rwxr-xr-x");
            scope.permit().check();
            copy(pinned, work, limits.time(), scope);
            for (List<String> argv : manifest.build()) {
                run(id, argv, variables(pinned, manifest), work, limits, scope);
            }
            SourceTree.freeze(work);
            String hash = SourceTree.hash(work);
            scope.permit().check();
            Files.move(work, directory(id), StandardCopyOption.ATOMIC_MOVE);
            SafeFiles.sync(home.releases());
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SafeFiles.deleteTree(work);
        }
    }

    /** Removes a release's files. */
    void remove(String id) {
        removeUnfinished(id);
        SafeFiles.deleteTree(directory(id));
    }

    private void copy(PinnedSource pinned, Path work, Duration limit, RunScope scope) {
        switch (pinned.source()) {
            case TenantSource.Git git -> repositories.export(git.url(), pinned.commit(), work, limit, scope);
            case TenantSource.Directory directory -> {
                SourceTree.copy(directory.path(), work);
                if (!SourceTree.hash(work).equals(pinned.commit())) {
                    throw new ProblemException(
                            ReleaseProblem.SOURCE_CHANGED, directory.path() + " changed during the copy; deploy again");
                }
            }
        }
    }

    /** The environment of a build, beside what every process gets. */
    private Map<String, String> variables(PinnedSource pinned, Manifest manifest) {
        Map<String, String> variables = new HashMap<>();
        manifest.env().build().forEach((key, value) -> variables.put(key.value(), value));
        variables.put(BuildVariables.COMMIT.value(), pinned.commit());
        variables.put(
                "HOME",
                SafeFiles.directory(home.root().resolve("cache"), "rwx------").toString());
        return variables;
    }

    private void run(
            String id, List<String> argv, Map<String, String> variables, Path work, Limits limits, RunScope scope) {
        Task task = new Task(
                new Task.Owner.OfRelease(id),
                Task.Purpose.BUILD,
                BuildVariables.fill(argv, variables),
                work,
                variables,
                limits);
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

    /** Removes the remains of a killed builder. Called by the lease holder only. */
    private void removeUnfinished(String id) {
        if (!Files.isDirectory(home.releases(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home.releases(), ".building-" + id + "-*")) {
            leftovers.forEach(SafeFiles::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
