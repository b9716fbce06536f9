package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Looks at a repository for somebody who types its address: its branches, and one file of one commit. Nothing is kept, neither the
 * copy nor the host keys of the first connection. Blocks.
 */
@ApplicationScoped
public class GitPreview {
    static final int MOST_BRANCHES = 200;
    private static final long MOST_BYTES = 64L << 20;
    private static final Duration SHORT = Duration.ofSeconds(5);

    private final Home home;
    private final Runner runner;
    private final GitCommands commands;
    private final CommitFetcher fetcher;
    private final GitRepositories repositories;
    private final Supplier<SourceLimits> limits;

    GitPreview(
            Home home,
            Runner runner,
            GitCommands commands,
            CommitFetcher fetcher,
            GitRepositories repositories,
            Supplier<SourceLimits> limits) {
        this.home = home;
        this.runner = runner;
        this.commands = commands;
        this.fetcher = fetcher;
        this.repositories = repositories;
        this.limits = limits;
    }

    /**
     * @param file the name of the file to read at the source's ref
     * @param limit the time for all of it
     * @throws ProblemException with a {@link GitProblem}
     */
    public RepositoryLook look(TenantSource.Git source, String file, Duration limit, RunScope scope) {
        SourceLimits allowed = limits.get();
        SourceBudget budget = new SourceBudget(
                new SourceLimits(
                        Math.min(MOST_BYTES, allowed.transferBytes()), allowed.unpackedBytes(), allowed.files()),
                limit);
        var credential = fetcher.credential(source);
        var address = fetcher.address(source.url());
        Path directory = home.run().resolve("git-" + UUID.randomUUID());
        try (GitConnection connection = new GitConnection(source.url(), address, credential, directory)) {
            Path copy = directory.resolve("look.git");
            GitExport.requireSuccess(
                    runner.run(commands.in(copy, "init", "--quiet", "--bare", "--template=", copy.toString()), SHORT),
                    "git init");
            BranchList branches = branches(source, copy, connection, budget, scope);
            try {
                String commit = new GitFetch(runner, commands, copy, connection, source.url(), budget, scope)
                        .commit(Optional.ofNullable(source.ref()));
                Optional<String> text = repositories.text(copy, commit, file, scope);
                return new RepositoryLook(branches.names(), branches.defaultName(), true, text);
            } catch (ProblemException e) {
                if (e.problem() != GitProblem.TOO_LARGE && e.problem() != GitProblem.FETCH_FAILED) {
                    throw e;
                }
                return new RepositoryLook(branches.names(), branches.defaultName(), false, Optional.empty());
            }
        }
    }

    private BranchList branches(
            TenantSource.Git source, Path copy, GitConnection connection, SourceBudget budget, RunScope scope) {
        BranchList branches = new BranchList(MOST_BRANCHES);
        List<String> words = List.of("ls-remote", "--symref", "--", source.url().value(), "HEAD", "refs/heads/*");
        Command command = connection.prepared(commands.in(copy, connection.options(), words));
        LineSink lines = (stream, line) -> branches.add(stream == LineSink.Stream.OUT ? line : "");
        CommandResult result = runner.run(command, scope.mark(), budget.timeLeft(), lines, scope.permit());
        if (!result.succeeded()) {
            throw GitFetch.unreachable(source.url());
        }
        return branches;
    }
}
