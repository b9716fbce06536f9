package ai.nominate.tenantmgr.release.git;

import static ai.nominate.tenantmgr.release.git.ShallowFetchTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.TestKeys;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real ssh of this machine against an ssh server in this program. */
class SshRepositoryTest extends GitTest {
    private static final CredentialName KEY = new CredentialName("robot-key");

    private final TestKeys.Pair pair = TestKeys.pair();
    private SshGitServer ssh;
    private String commit;

    @BeforeEach
    void a_repository_over_ssh() {
        ssh = new SshGitServer(root.resolve("server"), 0);
        ssh.authorize(pair.publicKey());
        commit = repository("app").with("n.txt", "over ssh\n").commit();
        credentials.add(TestKeys.forLocalhost(pair));
    }

    @AfterEach
    void close() {
        ssh.close();
    }

    @Test
    void the_key_that_the_product_made_opens_it_and_is_gone_after_the_fetch() {
        assertThat(fetch()).isEqualTo(commit);

        assertThat(ssh.commands()).isNotEmpty().allMatch("git-upload-pack '/app'"::equals);
        assertThat(home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void the_host_key_of_the_first_connection_is_stored_and_a_changed_one_refused() {
        fetch();
        String known = ((GitCredential.DeployKey) credentials.find(KEY).orElseThrow()).knownHosts();
        assertThat(known).startsWith("[localhost]:" + ssh.port() + " ecdsa-sha2-nistp256 ");
        fetch(); // with the stored key
        assertThat(((GitCredential.DeployKey) credentials.find(KEY).orElseThrow()).knownHosts())
                .isEqualTo(known);

        int port = ssh.port();
        ssh.close();
        ssh = new SshGitServer(root.resolve("server"), port);
        ssh.authorize(pair.publicKey());

        refuses(this::fetch, GitProblem.HOST_KEY_CHANGED, "The host key of localhost is not the one of the first");
        assertThat(ssh.commands()).isEmpty();
    }

    @Test
    void a_key_that_the_server_does_not_know_is_refused() {
        ssh.authorize(TestKeys.pair().publicKey());

        refuses(this::fetch, GitProblem.ACCESS_REFUSED, "refused access; check source.location and source.credential");
    }

    @Test
    void ssh_gets_one_key_and_nothing_of_the_user_that_the_manager_runs_as() {
        String command = new SshCommand(
                        java.net.InetAddress.getLoopbackAddress(),
                        "git.example",
                        "git",
                        Path.of("/home/a b'c/%h/key"),
                        Path.of("/home/a b'c/%h/known_hosts"),
                        true)
                .text();

        assertThat(words(command))
                .startsWith("ssh", "-F", "none")
                .contains(
                        "HostName=127.0.0.1",
                        "HostKeyAlias=git.example",
                        "IdentityFile=\"/home/a b'c/%%h/key\"",
                        "UserKnownHostsFile=\"/home/a b'c/%%h/known_hosts\"",
                        "IdentitiesOnly=yes",
                        "IdentityAgent=none",
                        "GlobalKnownHostsFile=/dev/null",
                        "StrictHostKeyChecking=yes",
                        "ProxyCommand=none");
    }

    @Test
    void a_home_with_spaces_and_quotes_in_its_path_does_not_disturb_ssh() {
        Path odd = root.resolve("a home's \"path\" 100%h");

        assertThat(TestRepositories.in(odd, "localhost", CERTIFICATE.file(), credentials)
                        .fetch(source(), Optional.empty(), LIMIT, scope()))
                .isEqualTo(commit);
    }

    private String fetch() {
        return repositories().fetch(source(), Optional.empty(), LIMIT, scope());
    }

    private TenantSource.Git source() {
        return new TenantSource.Git(new GitUrl(ssh.url("app")), null, KEY);
    }

    /** As a shell splits the command. */
    private static List<String> words(String command) {
        try {
            Process process =
                    new ProcessBuilder("sh", "-c", "for word in " + command + "; do echo \"$word\"; done").start();
            return new String(process.getInputStream().readAllBytes()).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
