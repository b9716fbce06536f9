package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.GitCredentials;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
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
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration FETCH_AGAIN = Duration.ofMinutes(15);

    private final Home home;
    private final Runner runner;
    private final Egress egress;
    private final GitCommands commands;
    private final GitCaches caches;
    private final GitCredentials credentials;
    private final Supplier<SourceLimits> limits;

    GitRepositories(
            Home home,
            Runner runner,
            Egress egress,
            GitCommands commands,
            GitCaches caches,
            GitCredentials credentials,
            Supplier<SourceLimits> limits) {
        this.home = home;
        this.runner = runner;
        this.egress = egress;
        this.commands = commands;
        this.caches = caches;
        this.credentials = credentials;
        this.limits = limits;
    }

    /** Fetches the ref, by default that of the repository, and returns its commit. */
    public String fetch(TenantSource.Git source, Optional<String> ref, Duration limit, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), limit);
        Optional<GitRef> wanted = ref.map(GitRef::new);
        return locked(
                source,
                repository -> wanted.filter(GitRef::isCommit)
                        .map(GitRef::value)
                        .filter(commit -> has(repository, commit, scope))
                        .orElseGet(() -> fetch(repository, source, wanted, budget, scope)));
    }

    /** One file of a commit; empty if it does not exist, an empty text if it is a link. */
    public Optional<String> file(TenantSource.Git source, String commit, String name, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), FETCH_AGAIN);
        return locked(source, repository -> {
            ensure(repository, source, commit, budget, scope);
            return entry(repository, commit, name, scope)
                    .map(entry -> entry.mode().equals(TreeListing.LINK) ? "" : read(repository, commit, entry, scope));
        });
    }

    /**
     * Writes the files of a commit and of its submodules into an empty directory.
     *
     * @throws ProblemException if it exceeds a limit of the settings, or a part of it is missing
     */
    public void export(TenantSource.Git source, String commit, Path directory, Duration limit, RunScope scope) {
        SourceBudget budget = new SourceBudget(limits.get(), limit);
        Path index = directory.resolveSibling(directory.getFileName() + ".index");
        export(new Checkout(source, commit, directory, 0), index, budget, scope);
        List<LfsPointer> pointers = LfsPointer.below(directory);
        if (!pointers.isEmpty()) {
            throw new ProblemException(
                    GitProblem.INCOMPLETE,
                    directory.relativize(pointers.getFirst().file()) + " is a pointer to Git LFS, without its content"
                            + (pointers.size() == 1 ? "" : " (the first of " + pointers.size() + " such files)")
                            + "; store the content in git, or fetch it in a build command");
        }
    }

    /** Removes local copies that were not used for this time. */
    public void removeUnused(Duration expiry) {
        caches.removeUnused(expiry);
    }

    /** @param depth 0 for the source itself, 1 for its submodules */
    private record Checkout(TenantSource.Git source, String commit, Path directory, int depth) {}

    private void export(Checkout checkout, Path index, SourceBudget budget, RunScope scope) {
        TenantSource.Git source = checkout.source();
        List<Submodules.Submodule> submodules = locked(source, repository -> {
            ensure(repository, source, checkout.commit(), budget, scope);
            TreeListing files = list(repository, checkout.commit(), budget, scope);
            write(repository, checkout, index, budget, scope);
            return files.submodules().isEmpty()
                    ? List.of()
                    : submodules(repository, checkout, files, scope).of(files.submodules());
        });
        for (Submodules.Submodule submodule : submodules) {
            exportSubmodule(checkout, submodule, index, budget, scope);
        }
    }

    private void exportSubmodule(
            Checkout parent, Submodules.Submodule submodule, Path index, SourceBudget budget, RunScope scope) {
        Path directory = parent.directory().resolve(submodule.path());
        if (parent.depth() == Submodules.DEEPEST) {
            throw Submodules.incomplete(
                    submodule.path(), "lies deeper than " + Submodules.DEEPEST + " levels of submodules");
        }
        scope.output().accept(LineSink.Stream.OUT, "Submodule " + submodule.path() + ": " + submodule.url());
        TenantSource.Git source = new TenantSource.Git(
                submodule.url(),
                null,
                opening(parent.source(), submodule.url())
                        .map(GitCredential::name)
                        .orElse(null));
        try {
            export(new Checkout(source, submodule.commit(), directory, parent.depth() + 1), index, budget, scope);
        } catch (ProblemException e) {
            throw new ProblemException(e.problem(), "Submodule " + submodule.path() + ": " + e.getMessage());
        }
    }

    /** The credential of the parent, if it may be used for the submodule too. */
    private Optional<GitCredential> opening(TenantSource.Git parent, GitUrl url) {
        return Optional.ofNullable(parent.credential())
                .flatMap(credentials::find)
                .filter(credential -> credential.opens(url));
    }

    private TreeListing list(Path repository, String commit, SourceBudget budget, RunScope scope) {
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

    private void write(Path repository, Checkout checkout, Path index, SourceBudget budget, RunScope scope) {
        SafeFiles.directory(checkout.directory(), "rwxr-xr-x");
        Command command = commands.in(
                        repository,
                        List.of("--work-tree=" + checkout.directory()),
                        List.of("checkout", "--quiet", "--force", checkout.commit(), "--", "."))
                .with("GIT_INDEX_FILE", index.toString());
        try {
            requireSuccess(
                    runner.run(command, scope.mark(), budget.timeLeft(), scope.output(), scope.permit()),
                    "git checkout of " + checkout.commit());
        } finally {
            SafeFiles.deleteTree(index);
        }
    }

    private Submodules submodules(Path repository, Checkout checkout, TreeListing files, RunScope scope) {
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

    private void ensure(Path repository, TenantSource.Git source, String commit, SourceBudget budget, RunScope scope) {
        if (!has(repository, commit, scope)) {
            fetch(repository, source, Optional.of(new GitRef(commit)), budget, scope);
        }
    }

    private String fetch(
            Path repository, TenantSource.Git source, Optional<GitRef> wanted, SourceBudget budget, RunScope scope) {
        GitUrl url = source.url();
        Optional<GitCredential> credential = credential(source);
        InetAddress address = address(url);
        caches.refresh(repository, budget.transferLeft());
        Path directory = home.run().resolve("git-" + UUID.randomUUID());
        try (GitConnection connection = new GitConnection(url, address, credential, directory)) {
            String commit = new GitFetch(runner, commands, repository, connection, url, budget, scope).commit(wanted);
            String learned = connection.learnedHostKeys();
            if (!learned.isEmpty()) {
                credentials.trust(credential.orElseThrow().id(), learned);
            }
            return commit;
        } catch (ProblemException e) {
            if (e.problem() == GitProblem.TOO_LARGE) {
                caches.drop(repository);
            }
            throw e;
        }
    }

    private InetAddress address(GitUrl url) {
        try {
            return egress.resolve(url.host());
        } catch (ProblemException e) {
            throw GitFetch.unreachable(url);
        }
    }

    private <T> T locked(TenantSource.Git source, java.util.function.Function<Path, T> work) {
        return caches.locked(source.url(), credential(source), work);
    }

    private Optional<GitCredential> credential(TenantSource.Git source) {
        if (source.credential() == null) {
            if (source.url().isSsh()) {
                throw unusable(
                        source, "needs a deploy key: store one at /api/credentials and name it in source.credential");
            }
            return Optional.empty();
        }
        GitCredential found = credentials
                .find(source.credential())
                .orElseThrow(
                        () -> unusable(source, "names the credential " + source.credential() + ", which was removed"));
        if (!found.opens(source.url())) {
            throw unusable(source, "may not be fetched with the credential " + source.credential());
        }
        return Optional.of(found);
    }

    private static ProblemException unusable(TenantSource.Git source, String why) {
        return new ProblemException(GitProblem.CREDENTIAL_UNUSABLE, source.url() + " " + why);
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
            requireSuccess(
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

    private boolean has(Path repository, String commit, RunScope scope) {
        return query(repository, scope, "cat-file", "-e", commit + "^{commit}").succeeded();
    }

    private CommandResult query(Path repository, RunScope scope, String... words) {
        return runner.run(commands.in(repository, words), scope.mark(), SHORT, LineSink.NONE, scope.permit());
    }

    private static void requireSuccess(CommandResult result, String what) {
        if (!result.succeeded()) {
            throw new ProblemException(
                    GitProblem.FETCH_FAILED,
                    result.timedOut() ? what + " did not finish in time" : what + " exited with code " + result.exit());
        }
    }
}
