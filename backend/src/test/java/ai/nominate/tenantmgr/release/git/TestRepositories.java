package ai.nominate.tenantmgr.release.git;

import ai.nominate.tenantmgr.credential.GitCredentials;
import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The real git with generous limits, without the application. */
public final class TestRepositories {
    static final SourceLimits GENEROUS = new SourceLimits(64 << 20, 64 << 20, 20_000);

    private static final Vertx VERTX = Vertx.vertx();

    private TestRepositories() {}

    /** For a test that fetches nothing. */
    public static GitRepositories unused(Path root) {
        return in(root, "", null, new MemoryCredentials());
    }

    public static GitRepositories in(Path root, String allowed, Path certificate, GitCredentials credentials) {
        return in(root, allowed, certificate, credentials, GENEROUS);
    }

    static GitPreview preview(Path root, Path certificate, GitCredentials credentials, SourceLimits limits) {
        Home home = new Home(root);
        SafeFiles.directory(home.run(), "rwx------");
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        GitCommands commands = new GitCommands(home, Optional.ofNullable(certificate));
        GitCaches caches = new GitCaches(home, runner, commands, Clock.systemUTC());
        return new GitPreview(
                home,
                runner,
                commands,
                new CommitFetcher(home, runner, new Egress(Optional.of("localhost")), commands, caches, credentials),
                in(root, "localhost", certificate, credentials),
                () -> limits);
    }

    static GitRepositories in(
            Path root, String allowed, Path certificate, GitCredentials credentials, SourceLimits limits) {
        Home home = new Home(root);
        SafeFiles.directory(home.run(), "rwx------");
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        GitCommands commands = new GitCommands(home, Optional.ofNullable(certificate));
        Egress egress = new Egress(Optional.of(allowed));
        GitCaches caches = new GitCaches(home, runner, commands, Clock.systemUTC());
        return new GitRepositories(
                home,
                runner,
                commands,
                caches,
                new CommitFetcher(home, runner, egress, commands, caches, credentials),
                new LfsObjects(new LfsClient(VERTX, egress, Optional.ofNullable(certificate))),
                () -> limits);
    }
}
