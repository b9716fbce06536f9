package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Writes out the files of one source: those of a commit, of its submodules and of Git LFS, within one budget. */
final class GitExport {
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Runner runner;
    private final GitCommands commands;
    private final CommitFetcher fetcher;
    private final LfsObjects large;
    private final SourceBudget budget;
    private final RunScope scope;

    GitExport(
            Runner runner,
            GitCommands commands,
            CommitFetcher fetcher,
            LfsObjects large,
            SourceBudget budget,
            RunScope scope) {
        this.runner = runner;
        this.commands = commands;
        this.fetcher = fetcher;
        this.large = large;
        this.budget = budget;
        this.scope = scope;
    }

    /** @param depth 0 for the source itself, 1 for its submodules */
    private record Checkout(TenantSource.Git source, String commit, Path directory, Path index, int depth) {}

    void write(TenantSource.Git source, String commit, Path directory) {
        Path index = directory.resolveSibling(directory.getFileName() + ".index");
        write(new Checkout(source, commit, directory, index, 0));
    }

    private void write(Checkout checkout) {
        List<Submodules.Submodule> submodules = fetcher.locked(checkout.source(), repository -> {
            fetcher.ensure(repository, checkout.source(), checkout.commit(), budget, scope);
            TreeListing files = list(repository, checkout.commit());
            writeFiles(repository, checkout);
            return files.submodules().isEmpty()
                    ? List.of()
                    : submodules(repository, checkout, files).of(files.submodules());
        });
        fetchLarge(checkout);
        submodules.forEach(submodule -> write(checkout, submodule));
    }

    private void write(Checkout parent, Submodules.Submodule submodule) {
        if (parent.depth() == Submodules.DEEPEST) {
            throw Submodules.incomplete(
                    submodule.path(), "lies deeper than " + Submodules.DEEPEST + " levels of submodules");
        }
        Path directory = submodule.directoryIn(parent.directory());
        scope.output().accept(LineSink.Stream.OUT, "Submodule " + submodule.path() + ": " + submodule.url());
        TenantSource.Git source = new TenantSource.Git(
                submodule.url(),
                null,
                fetcher.opening(parent.source(), submodule.url())
                        .map(GitCredential::name)
                        .orElse(null));
        try {
            write(new Checkout(source, submodule.commit(), directory, parent.index(), parent.depth() + 1));
        } catch (ProblemException e) {
            throw new ProblemException(e.problem(), "Submodule " + submodule.path() + ": " + e.getMessage());
        }
    }

    private TreeListing list(Path repository, String commit) {
        TreeListing files = new TreeListing(budget);
        GuardedCommand guarded = new GuardedCommand();
        LineSink lines = (stream, line) -> {
            try {
                files.add(line);
            } catch (ProblemException e) {
                guarded.end(e);
            }
        };
        CommandResult result = guarded.run(() -> runner.run(
                commands.in(repository, "ls-tree", "-r", "-l", "--full-tree", commit),
                scope.mark(),
                budget.timeLeft(),
                lines,
                scope.permit()));
        requireSuccess(result, "git ls-tree of " + commit);
        return files;
    }

    private void writeFiles(Path repository, Checkout checkout) {
        SafeFiles.directory(checkout.directory(), "rwxr-xr-x");
        Command command = commands.in(
                        repository,
                        List.of("--work-tree=" + checkout.directory()),
                        List.of("checkout", "--quiet", "--force", checkout.commit(), "--", "."))
                .with("GIT_INDEX_FILE", checkout.index().toString());
        try {
            requireSuccess(
                    runner.run(command, scope.mark(), budget.timeLeft(), scope.output(), scope.permit()),
                    "git checkout of " + checkout.commit());
        } finally {
            SafeFiles.deleteTree(checkout.index());
        }
    }

    /** The files of submodules are not there yet. */
    private void fetchLarge(Checkout checkout) {
        List<LfsPointer> pointers = LfsPointer.below(checkout.directory());
        if (!pointers.isEmpty()) {
            scope.permit().check();
            scope.output().accept(LineSink.Stream.OUT, "Fetching " + pointers.size() + " file(s) from Git LFS");
            TenantSource.Git source = checkout.source();
            large.fetch(source.url(), fetcher.credential(source), checkout.directory(), pointers, budget);
        }
    }

    private Submodules submodules(Path repository, Checkout checkout, TreeListing files) {
        Submodules submodules = new Submodules(checkout.source().url());
        files.submoduleSettings()
                .filter(file -> !file.mode().equals(TreeListing.LINK) && file.size() <= Submodules.LONGEST_FILE)
                .ifPresent(file -> runner.run(
                        commands.in(
                                repository,
                                "config",
                                "--blob=" + file.object(),
                                "--get-regexp",
                                "^submodule\\..*\\.(path|url)$"),
                        scope.mark(),
                        SHORT,
                        (stream, line) -> submodules.add(line),
                        scope.permit()));
        return submodules;
    }

    static void requireSuccess(CommandResult result, String what) {
        if (!result.succeeded()) {
            throw new ProblemException(
                            GitProblem.FETCH_FAILED,
                            result.timedOut()
                                    ? what + " did not finish in time"
                                    : what + " exited with code " + result.exit())
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }
}
