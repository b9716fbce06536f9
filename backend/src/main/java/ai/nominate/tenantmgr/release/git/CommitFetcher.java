package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.GitCredentials;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Brings commits into the local copies, with the credential that opens the repository and from the checked address. */
@ApplicationScoped
class CommitFetcher {
    private static final Duration SHORT = Duration.ofMinutes(1);

    private final Home home;
    private final Runner runner;
    private final Egress egress;
    private final GitCommands commands;
    private final GitCaches caches;
    private final GitCredentials credentials;

    CommitFetcher(
            Home home,
            Runner runner,
            Egress egress,
            GitCommands commands,
            GitCaches caches,
            GitCredentials credentials) {
        this.home = home;
        this.runner = runner;
        this.egress = egress;
        this.commands = commands;
        this.caches = caches;
        this.credentials = credentials;
    }

    /** Fetches the commit unless it is in the local copy. */
    void ensure(Path repository, TenantSource.Git source, String commit, SourceBudget budget, RunScope scope) {
        if (!has(repository, commit, scope)) {
            fetch(repository, source, Optional.of(new GitRef(commit)), budget, scope);
        }
    }

    /** @param wanted empty for the default branch */
    String fetch(
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

    InetAddress address(GitUrl url) {
        try {
            return egress.resolve(url.host());
        } catch (ProblemException e) {
            throw GitFetch.unreachable(url);
        }
    }

    /** Runs the work on the local copy, which nothing else uses meanwhile. */
    <T> T locked(TenantSource.Git source, Function<Path, T> work) {
        return caches.locked(source.url(), credential(source), work);
    }

    /** @throws ProblemException unless the credential that the source names opens it, or it needs none */
    Optional<GitCredential> credential(TenantSource.Git source) {
        if (source.credential() == null) {
            if (source.url().isSsh()) {
                throw unusable(
                        source, "needs a deploy key: store one at /api/credentials and name it in source.credential");
            }
            return Optional.empty();
        }
        GitCredential found = credentials
                .find(source.credential())
                .orElseThrow(() -> unusable(
                        source,
                        "names the credential " + source.credential()
                                + ", which was removed; store one with this name again"));
        if (!found.opens(source.url())) {
            throw unusable(source, "may not be fetched with the credential " + source.credential());
        }
        return Optional.of(found);
    }

    private static ProblemException unusable(TenantSource.Git source, String why) {
        return new ProblemException(GitProblem.CREDENTIAL_UNUSABLE, source.url() + " " + why);
    }

    /** The credential of the parent, if it may be used for the submodule too. */
    Optional<GitCredential> opening(TenantSource.Git parent, GitUrl url) {
        return Optional.ofNullable(parent.credential())
                .flatMap(credentials::find)
                .filter(credential -> credential.opens(url));
    }

    boolean has(Path repository, String commit, RunScope scope) {
        return runner.run(
                        commands.in(repository, "cat-file", "-e", commit + "^{commit}"),
                        scope.mark(),
                        SHORT,
                        LineSink.NONE,
                        scope.permit())
                .succeeded();
    }
}
