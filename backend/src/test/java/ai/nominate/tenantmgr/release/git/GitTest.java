package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.CredentialScope;
import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.product.LocalCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real git against a git server on this machine. */
abstract class GitTest {
    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String TOKEN_NAME = "robot-token";

    /** One for all classes: making it takes seconds. */
    static final LocalCertificate CERTIFICATE = certificate();

    @TempDir
    Path root;

    final MemoryCredentials credentials = new MemoryCredentials();
    final List<String> output = new CopyOnWriteArrayList<>();
    HttpGitServer server;

    @BeforeEach
    void start() {
        server = new HttpGitServer(SafeFiles.directory(root.resolve("server"), "rwxr-xr-x"), CERTIFICATE);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    Repository repository(String name) {
        return new Repository(root.resolve("server").resolve(name));
    }

    GitRepositories repositories() {
        return repositories(TestRepositories.GENEROUS);
    }

    GitRepositories repositories(SourceLimits limits) {
        return TestRepositories.in(home(), "localhost", CERTIFICATE.file(), credentials, limits);
    }

    Path home() {
        return root.resolve("home");
    }

    /** The local copies of repositories. */
    List<Path> caches() {
        Path directory = home().resolve("releases/.git");
        Path[] found = Optional.ofNullable(directory.toFile().listFiles()).stream()
                .flatMap(java.util.Arrays::stream)
                .map(java.io.File::toPath)
                .toArray(Path[]::new);
        return List.of(found);
    }

    TenantSource.Git source(String path) {
        return new TenantSource.Git(new GitUrl(server.url(path)), null, null);
    }

    TenantSource.Git withToken(String path) {
        return new TenantSource.Git(new GitUrl(server.url(path)), null, new CredentialName(TOKEN_NAME));
    }

    /** Stores the token that the server expects, for repositories whose path begins so. */
    void storeToken(String token, String pathPrefix) {
        credentials.add(new GitCredential.AccessToken(
                UUID.randomUUID(),
                new CredentialName(TOKEN_NAME),
                new CredentialScope(new NetworkHost("localhost"), Optional.empty(), pathPrefix),
                HttpGitServer.USER,
                new Secret(token)));
    }

    RunScope scope() {
        return new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, (LineSink) (stream, line) -> output.add(line));
    }

    private static LocalCertificate certificate() {
        try {
            Path directory = Files.createTempDirectory("git-certificate");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> SafeFiles.deleteTree(directory)));
            return new LocalCertificate(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
