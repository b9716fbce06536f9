package ai.nominate.tenantmgr.release.git;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.credential.CredentialScope;
import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.TestKeys;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The host's name leads nowhere, so a fetch that succeeds has used the checked address. */
class PinnedAddressTest extends GitTest {
    private static final NetworkHost NOWHERE = new NetworkHost("pinned.invalid");
    private static final InetAddress CHECKED = InetAddress.getLoopbackAddress();

    private String commit;

    @BeforeEach
    void a_repository() {
        commit = repository("app").with("n.txt", "pinned\n").commit();
    }

    @Test
    void git_connects_to_the_checked_address_over_https() {
        GitUrl url = new GitUrl("https://" + NOWHERE + ":" + server.port() + "/app");

        assertThat(fetch(url, Optional.empty())).isEqualTo(commit);
    }

    @Test
    void ssh_connects_to_the_checked_address() {
        TestKeys.Pair pair = TestKeys.pair();
        GitCredential key = new GitCredential.DeployKey(
                UUID.randomUUID(),
                new CredentialName("key"),
                new CredentialScope(NOWHERE, Optional.empty(), ""),
                pair.privateKey(),
                "");
        try (SshGitServer ssh = new SshGitServer(root.resolve("server"), 0)) {
            ssh.authorize(pair.publicKey());
            GitUrl url = new GitUrl("ssh://" + NOWHERE + ":" + ssh.port() + "/app");

            assertThat(fetch(url, Optional.of(key))).isEqualTo(commit);
        }
    }

    private String fetch(GitUrl url, Optional<GitCredential> credential) {
        Home home = new Home(home());
        Path secrets = SafeFiles.directory(home.run(), "rwx------").resolve("git-test");
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        GitCommands commands = new GitCommands(home, Optional.of(CERTIFICATE.file()));
        SourceBudget budget = new SourceBudget(TestRepositories.GENEROUS, LIMIT);
        try (GitConnection connection = new GitConnection(url, CHECKED, credential, secrets)) {
            return new GitCaches(home, runner, commands, Clock.systemUTC())
                    .locked(
                            url,
                            credential,
                            repository -> new GitFetch(runner, commands, repository, connection, url, budget, scope())
                                    .commit(Optional.empty()));
        }
    }
}
