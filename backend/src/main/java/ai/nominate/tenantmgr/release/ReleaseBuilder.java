package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
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
import java.util.List;

/** Creates the directory of a release: copies, builds, removes write permission, and renames it to its final path. */
@ApplicationScoped
class ReleaseBuilder {
    private final Home home;
    private final Runner runner;
    private final GitRepositories repositories;

    ReleaseBuilder(Home home, Runner runner, GitRepositories repositories) {
        this.home = home;
        this.runner = runner;
        this.repositories = repositories;
    }

    Path directory(String release) {
        return home.releases().resolve(release);
    }

    /** @return the content hash of the build */
    String build(String id, PinnedSource pinned, Manifest manifest, Duration limit, RunScope scope) {
        removeLeftovers(id);
        Path work = home.releases().resolve(".building-" + id + "-" + scope.epoch());
        try {
            SafeFiles.directory(home.releases(), "rwxr-xr-x");
            scope.permit().check();
            copy(pinned, work, limit, scope);
            for (List<String> argv : manifest.build()) {
                run(argv, work, limit, scope);
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
        removeLeftovers(id);
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

    private void run(List<String> argv, Path work, Duration limit, RunScope scope) {
        Command command = new Command(argv, work, java.util.Map.of())
                .with(
                        "HOME",
                        SafeFiles.directory(home.root().resolve("cache"), "rwx------")
                                .toString());
        scope.output().accept(LineSink.Stream.OUT, "$ " + command);
        CommandResult result = runner.run(command, scope.mark(), limit, scope.output(), scope.permit());
        if (result.timedOut()) {
            throw new ProblemException(
                            ReleaseProblem.BUILD_TIMED_OUT,
                            command + " did not finish within " + limit.toSeconds() + " s")
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
        if (!result.succeeded()) {
            throw new ProblemException(ReleaseProblem.BUILD_FAILED, command + " exited with code " + result.exit())
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }

    /** Removes the remains of a killed builder. Called by the lease holder only. */
    private void removeLeftovers(String id) {
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
