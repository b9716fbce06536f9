package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fetches commits of git repositories into local bare copies. git runs without shell, prompts, hooks, submodules,
 * redirects to other hosts, and protocols other than https and ssh; it connects to the checked address.
 */
@ApplicationScoped
class GitRepositories {
    private static final String HEAD = "HEAD";

    private final Home home;
    private final Runner runner;
    private final Egress egress;
    private final Optional<Path> authority;

    GitRepositories(
            Home home,
            Runner runner,
            Egress egress,
            @ConfigProperty(name = "tenantmgr.git-ca-file") Optional<Path> authority) {
        this.home = home;
        this.runner = runner;
        this.egress = egress;
        this.authority = authority;
    }

    /** Fetches the ref and returns its commit. */
    String fetch(GitUrl url, Optional<String> ref, Duration limit, RunScope scope) {
        Path repository = repository(url);
        String wanted = ref.orElse(HEAD);
        if (wanted.matches("[0-9a-f]{40}") && has(repository, wanted, scope)) {
            return wanted;
        }
        String target = "refs/tenantmgr/" + Uuid7.next();
        List<String> words =
                new ArrayList<>(List.of("fetch", "--quiet", "--force", "--no-tags", "--no-recurse-submodules"));
        words.addAll(List.of("--", url.value(), "+" + wanted + ":" + target));
        CommandResult result =
                runner.run(git(repository, pinned(url), words), scope.mark(), limit, scope.output(), scope.permit());
        if (!result.succeeded()) {
            throw new ProblemException(
                            ReleaseProblem.FETCH_FAILED,
                            result.timedOut()
                                    ? "git fetch did not finish within " + limit.toSeconds() + " s"
                                    : "git fetch of " + wanted + " exited with code " + result.exit())
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
        return commit(repository, target, scope);
    }

    /** One file of a commit; empty if it does not exist. */
    Optional<String> file(GitUrl url, String commit, String name, RunScope scope) {
        CommandResult result = query(repository(url), scope, List.of("show", commit + ":" + name));
        return result.exit() == 0 ? Optional.of(read(repository(url), commit, name, scope)) : Optional.empty();
    }

    /** Writes the files of a commit into an empty directory. */
    void export(GitUrl url, String commit, Path directory, Duration limit, RunScope scope) {
        Path index = directory.resolveSibling(directory.getFileName() + ".index");
        SafeFiles.directory(directory, "rwxr-xr-x");
        Command checkout = git(
                        repository(url),
                        List.of("--work-tree=" + directory),
                        List.of("checkout", "--quiet", "--force", commit, "--", "."))
                .with("GIT_INDEX_FILE", index.toString());
        CommandResult result = runner.run(checkout, scope.mark(), limit, scope.output(), scope.permit());
        SafeFiles.deleteTree(index);
        if (!result.succeeded()) {
            throw new ProblemException(
                            ReleaseProblem.FETCH_FAILED,
                            "git checkout of " + commit + " exited with code " + result.exit())
                    .with(ProblemException.LAST_LINES, result.lastLines());
        }
    }

    private String read(Path repository, String commit, String name, RunScope scope) {
        Path directory = home.run().resolve("git-" + UUID.randomUUID());
        try {
            Path file = directory.resolve(name);
            SafeFiles.directory(directory, "rwx------");
            Command checkout = git(
                            repository,
                            List.of("--work-tree=" + directory),
                            List.of("checkout", "--quiet", "--force", commit, "--", name))
                    .with("GIT_INDEX_FILE", directory.resolve(".index").toString());
            runner.run(checkout, scope.mark(), Duration.ofMinutes(1), scope.output(), scope.permit());
            return Files.isSymbolicLink(file) ? "" : Files.readString(file, StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            SafeFiles.deleteTree(directory);
        }
    }

    private boolean has(Path repository, String commit, RunScope scope) {
        return query(repository, scope, List.of("cat-file", "-e", commit + "^{commit}"))
                .succeeded();
    }

    private String commit(Path repository, String ref, RunScope scope) {
        CommandResult result = query(repository, scope, List.of("rev-parse", "--verify", ref + "^{commit}"));
        if (!result.succeeded() || result.lastLines().isEmpty()) {
            throw new ProblemException(ReleaseProblem.FETCH_FAILED, "The ref does not name a commit");
        }
        return result.lastLines().getLast().strip();
    }

    private CommandResult query(Path repository, RunScope scope, List<String> words) {
        return runner.run(
                git(repository, List.of(), words),
                scope.mark(),
                Duration.ofMinutes(1),
                ai.nominate.tenantmgr.host.command.LineSink.NONE,
                scope.permit());
    }

    private Command git(Path repository, List<String> options, List<String> words) {
        List<String> argv = new ArrayList<>(List.of(
                "git",
                "--git-dir=" + repository,
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "http.followRedirects=false",
                "-c",
                "protocol.allow=never",
                "-c",
                "protocol.https.allow=always",
                "-c",
                "protocol.ssh.allow=always",
                "-c",
                "credential.helper="));
        argv.addAll(options);
        argv.addAll(words);
        Command command = new Command(argv, home.root(), java.util.Map.of())
                .with("GIT_TERMINAL_PROMPT", "0")
                .with("GIT_ASKPASS", "/bin/true")
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_CONFIG_GLOBAL", "/dev/null")
                .with("GIT_ALLOW_PROTOCOL", "https:ssh")
                .with("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o StrictHostKeyChecking=yes");
        return authority
                .map(file -> command.with("GIT_SSL_CAINFO", file.toString()))
                .orElse(command);
    }

    /** Makes git connect to the checked address only. */
    private List<String> pinned(GitUrl url) {
        URI uri = URI.create(url.value());
        InetAddress address = egress.resolve(uri.getHost());
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        return uri.getScheme().equals("https")
                ? List.of("-c", "http.curloptResolve=" + uri.getHost() + ":" + port + ":" + address.getHostAddress())
                : List.of();
    }

    private Path repository(GitUrl url) {
        Path repository = home.releases().resolve(".git").resolve(SourceKey.hash(url.value()) + ".git");
        if (!Files.isDirectory(repository.resolve("objects"))) {
            SafeFiles.directory(repository.getParent(), "rwx------");
            runner.run(
                    Command.of("git", "init", "--quiet", "--bare", "--template=", repository.toString()),
                    Duration.ofMinutes(1));
        }
        return repository;
    }
}
