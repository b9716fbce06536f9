package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Fetches commits of git repositories into local bare copies, and writes out their files: complete, with submodules, or
 * not at all. Blocks its virtual thread. Problems are thrown as {@link ProblemException} with a {@link GitProblem}.
 */
@ApplicationScoped
public class GitRepositories {
    private static final long LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_MESSAGE = 200;
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration FETCH_AGAIN = Duration.ofMinutes(15);

    private final Home home;
    private final Runner runner;
    private final GitCommands commands;
    private final GitCaches caches;
    private final CommitFetcher fetcher;
    private final LfsObjects large;
    private final Supplier<SourceLimits> limits;

    GitRepositories(
            Home home,
            Runner runner,
            GitCommands commands,
            GitCaches caches,
            CommitFetcher fetcher,
            LfsObjects large,
            Supplier<SourceLimits> limits) {
        this.home = home;
        this.runner = runner;
        this.commands = commands;
        this.caches = caches;
        this.fetcher = fetcher;
        this.large = large;
        this.limits = limits;
    }

    /** Fetches the ref, by default that of the repository, and returns its commit. */
    public String fetch(TenantSource.Git source, Optional<String> ref, Duration limit, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), limit);
        Optional<GitRef> wanted = ref.map(GitRef::new);
        return fetcher.locked(
                source,
                repository -> wanted.filter(GitRef::isCommit)
                        .map(GitRef::value)
                        .filter(commit -> fetcher.has(repository, commit, scope))
                        .orElseGet(() -> fetcher.fetch(repository, source, wanted, budget, scope)));
    }

    /** The first line of the message of a fetched commit, without control characters, cut at 200 characters. */
    public Optional<String> message(TenantSource.Git source, String commit, RunScope scope) {
        CommandResult result = fetcher.locked(
                source, repository -> query(repository, scope, "log", "-1", "--format=%s", commit, "--"));
        return result.lastLines().stream()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .map(line -> line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 1) + "…")
                .filter(line -> result.succeeded() && !line.isEmpty())
                .findFirst();
    }

    /** One file of a commit; empty if it does not exist, an empty text if it is a link. */
    public Optional<String> file(TenantSource.Git source, String commit, String name, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), FETCH_AGAIN);
        return fetcher.locked(source, repository -> {
            fetcher.ensure(repository, source, commit, budget, scope);
            return text(repository, commit, name, scope);
        });
    }

    /** One file of a commit that the repository has; empty if it does not exist, an empty text if it is a link. */
    Optional<String> text(Path repository, String commit, String name, RunScope scope) {
        return entry(repository, commit, name, scope)
                .map(entry -> entry.mode().equals(TreeListing.LINK) ? "" : read(repository, commit, entry, scope));
    }

    /**
     * Writes the files of a commit and of its submodules into an empty directory.
     *
     * @throws ProblemException if it exceeds a limit of the settings, or a part of it is missing
     */
    public void export(TenantSource.Git source, String commit, Path directory, Duration limit, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), limit);
        new GitExport(runner, commands, fetcher, large, budget, scope).write(source, commit, directory);
    }

    /** Removes local copies that were not used for this time. */
    public void removeUnused(Duration expiry) {
        caches.removeUnused(expiry);
    }

    private Optional<TreeListing.Entry> entry(Path repository, String commit, String name, RunScope scope) {
        CommandResult result = query(repository, scope, "ls-tree", "-l", "--full-tree", commit, "--", name);
        return result.lastLines().stream()
                .flatMap(line -> TreeListing.parse(line).stream())
                .filter(entry -> entry.path().equals(name))
                .findFirst();
    }

    private String read(Path repository, String commit, TreeListing.Entry entry, RunScope scope) {
        if (entry.size() > LONGEST_TEXT) {
            throw new ProblemException(
                    GitProblem.TOO_LARGE, entry.path() + " has more than " + LONGEST_TEXT + " bytes");
        }
        Path directory = home.run().resolve("git-" + UUID.randomUUID());
        try {
            SafeFiles.directory(directory, "rwx------");
            Command checkout = commands.in(
                            repository,
                            List.of("--work-tree=" + directory),
                            List.of("checkout", "--quiet", "--force", commit, "--", entry.path()))
                    .with("GIT_INDEX_FILE", directory.resolve(".index").toString());
            GitExport.requireSuccess(
                    runner.run(checkout, scope.mark(), SHORT, scope.output(), scope.permit()),
                    "git checkout of " + entry.path());
            return Files.readString(directory.resolve(entry.path()));
        } catch (CharacterCodingException e) {
            throw new ProblemException(GitProblem.INCOMPLETE, entry.path() + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            SafeFiles.deleteTree(directory);
        }
    }

    private CommandResult query(Path repository, RunScope scope, String... words) {
        return runner.run(commands.in(repository, words), scope.mark(), SHORT, LineSink.NONE, scope.permit());
    }
}
