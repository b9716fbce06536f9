package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.DirectorySize;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches one commit without its history, and with more only from a server that gives out no less. */
final class GitFetch {
    private static final String PINNED = "refs/tenantmgr/pinned";
    private static final String BRANCHES = "+refs/heads/*:refs/tenantmgr/heads/*";
    private static final String TAGS = "+refs/tags/*:refs/tenantmgr/tags/*";
    /** How far back a short commit id is looked for on each branch and tag. */
    private static final int SEARCHED = 200;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Runner runner;
    private final GitCommands commands;
    private final Path repository;
    private final GitConnection connection;
    private final GitUrl url;
    private final SourceBudget budget;
    private final RunScope scope;

    GitFetch(
            Runner runner,
            GitCommands commands,
            Path repository,
            GitConnection connection,
            GitUrl url,
            SourceBudget budget,
            RunScope scope) {
        this.runner = runner;
        this.commands = commands;
        this.repository = repository;
        this.connection = connection;
        this.url = url;
        this.budget = budget;
        this.scope = scope;
    }

    /** @param wanted empty for the default branch */
    String commit(Optional<GitRef> wanted) {
        String name = wanted.map(GitRef::value).orElse("HEAD");
        Optional<FetchFailure> failure = fetch(1, List.of("+" + name + ":" + PINNED));
        if (failure.isEmpty()) {
            return parsed(PINNED).orElseThrow(() -> unknown(name));
        }
        boolean absent = failure.get() == FetchFailure.NO_SUCH_REF || failure.get() == FetchFailure.NOT_BY_COMMIT;
        return wanted.filter(ref -> absent && (ref.isCommit() || ref.mayBeShortCommit()))
                .map(this::search)
                .orElseThrow(() -> refusal(failure.get(), name));
    }

    /** A commit that the server does not give out by its id, or a short id. */
    private String search(GitRef commit) {
        int depth = commit.isCommit() ? 0 : SEARCHED;
        fetch(depth, List.of("--prune", BRANCHES, TAGS)).ifPresent(failure -> {
            throw refusal(failure, commit.value());
        });
        return parsed(commit.value())
                .orElseThrow(() -> commit.isCommit()
                        ? unknown(commit.value())
                        : new ProblemException(
                                GitProblem.REF_UNKNOWN,
                                "No branch or tag " + commit
                                        + ", and not exactly one commit that begins so among the last " + SEARCHED
                                        + " of each branch and tag; give the complete commit id"));
    }

    /** @param depth 0 for the whole history; a server that has nothing less gives that anyway */
    private Optional<FetchFailure> fetch(int depth, List<String> what) {
        Optional<FetchFailure> failure = once(depth, what);
        return depth > 0 && failure.filter(FetchFailure.NOT_SHALLOW::equals).isPresent() ? once(0, what) : failure;
    }

    private Optional<FetchFailure> once(int depth, List<String> what) {
        List<String> words =
                new ArrayList<>(List.of("fetch", "--quiet", "--force", "--no-tags", "--no-write-fetch-head"));
        if (depth > 0) {
            words.add("--depth=" + depth);
        }
        words.addAll(what.stream().filter(word -> word.startsWith("--")).toList());
        words.addAll(List.of("--", url.value()));
        words.addAll(what.stream().filter(word -> !word.startsWith("--")).toList());
        List<String> said = new ArrayList<>();
        Duration limit = budget.timeLeft();
        CommandResult result = watched(() -> runner.run(
                connection.prepared(commands.in(repository, connection.options(), words)),
                scope.mark(),
                limit,
                (stream, line) -> keep(said, line),
                scope.permit()));
        if (result.timedOut()) {
            throw new ProblemException(
                    GitProblem.FETCH_FAILED,
                    "The fetch of " + url + " did not finish within "
                            + budget.time().toSeconds() + " s");
        }
        return result.succeeded() ? Optional.empty() : Optional.of(FetchFailure.of(said));
    }

    private static void keep(List<String> said, String line) {
        synchronized (said) {
            if (said.size() < 100) {
                said.add(line);
            }
        }
    }

    /** Ends the fetch when more was written than may be transferred. */
    private CommandResult watched(java.util.function.Supplier<CommandResult> command) {
        long before = DirectorySize.of(repository);
        GuardedCommand guarded = new GuardedCommand();
        Thread watch = Thread.ofVirtual().name("git-transfer").start(() -> watch(guarded, before));
        try {
            CommandResult result = guarded.run(command);
            budget.transferred(Math.max(0, DirectorySize.of(repository) - before));
            return result;
        } finally {
            watch.interrupt();
        }
    }

    private void watch(GuardedCommand guarded, long before) {
        long most = budget.transferLeft();
        try {
            while (DirectorySize.of(repository) - before <= most) {
                Thread.sleep(LOOK);
            }
            guarded.end(budget.transferExceeded());
        } catch (InterruptedException e) {
            // the fetch has ended
        }
    }

    private Optional<String> parsed(String name) {
        CommandResult result = runner.run(
                commands.in(repository, "rev-parse", "--verify", "--quiet", name + "^{commit}"),
                scope.mark(),
                SHORT,
                LineSink.NONE,
                scope.permit());
        return result.succeeded() && !result.lastLines().isEmpty()
                ? Optional.of(result.lastLines().getLast().strip())
                : Optional.empty();
    }

    private ProblemException refusal(FetchFailure failure, String name) {
        return switch (failure) {
            case NO_SUCH_REF, NOT_BY_COMMIT -> unknown(name);
            case ACCESS ->
                new ProblemException(
                        GitProblem.ACCESS_REFUSED,
                        url
                                + " does not exist, or its server refused access; check source.location and source.credential");
            case HOST_KEY ->
                new ProblemException(
                        GitProblem.HOST_KEY_CHANGED,
                        "The host key of " + url.host()
                                + " is not the one of the first connection. If the change is intended, an admin lets the "
                                + "next connection store the new one: DELETE /api/credentials/{name}/host-keys");
            case NOT_SHALLOW, UNREACHABLE -> unreachable(url);
        };
    }

    private ProblemException unknown(String name) {
        return new ProblemException(
                GitProblem.REF_UNKNOWN,
                name.equals("HEAD")
                        ? url + " has no default branch; name a branch in source.ref"
                        : url + " has no branch, tag or commit " + name);
    }

    /** The same words for an address that is refused and for one that does not answer as a git server. */
    static ProblemException unreachable(GitUrl url) {
        return new ProblemException(
                GitProblem.UNREACHABLE,
                url.host() + " is unknown, has a private address that is not allowed "
                        + "(TENANTMGR_PRIVATE_ADDRESSES_ALLOWED), or does not answer as a git server"
                        + (url.isSsh() ? "" : " with a certificate that is trusted (TENANTMGR_GIT_CA_FILE)"));
    }
}
