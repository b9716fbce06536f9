package ai.nominate.tenantmgr.release.git;

import static ai.nominate.tenantmgr.release.git.ShallowFetchTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.credential.GitCredential;
import ai.nominate.tenantmgr.credential.TestKeys;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Files of which the repository has only pointers. */
class LfsTest extends GitTest {
    private static final String CONTENT = "a large model\n".repeat(1000);

    @Test
    void their_content_is_fetched_in_place_of_the_pointers() throws Exception {
        String pointer = server.large(CONTENT, sha256(CONTENT), server.url("lfs/" + sha256(CONTENT)));
        String app = repository("app")
                .with("in/model.bin", pointer)
                .with("n.txt", "n\n")
                .commit();

        export(source("app"), app);

        assertThat(directory().resolve("in/model.bin")).hasContent(CONTENT).hasSize(CONTENT.length());
        assertThat(directory().resolve("n.txt")).hasContent("n\n");
        assertThat(directory().resolve("in").toFile().list()).containsExactly("model.bin");
    }

    @Test
    void a_private_repository_gets_the_token_at_its_own_server_and_no_other_does() throws Exception {
        storeToken(HttpGitServer.TOKEN, "/private");
        try (HttpGitServer other = new HttpGitServer(root.resolve("server"), CERTIFICATE)) {
            other.large(CONTENT, sha256(CONTENT), "");
            String elsewhere = server.large(CONTENT, sha256(CONTENT), other.url("lfs/" + sha256(CONTENT)));
            String app = repository("private/app").with("model.bin", elsewhere).commit();

            export(withToken("private/app"), app);

            assertThat(directory().resolve("model.bin")).hasContent(CONTENT);
            assertThat(server.requests()).contains("POST /private/app.git/info/lfs/objects/batch with credentials");
            assertThat(other.requests()).containsExactly("GET /lfs/" + sha256(CONTENT));
        }
    }

    @Test
    void without_a_server_for_them_the_source_is_refused_with_the_name_of_the_first() throws Exception {
        String pointer =
                "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345678\n";
        String app = repository("app")
                .with("b/model.bin", pointer)
                .with("a/weights.bin", pointer)
                .commit();

        refuses(
                () -> export(source("app"), app),
                GitProblem.INCOMPLETE,
                "a/weights.bin is a pointer to Git LFS, and its content cannot be had from the server");
    }

    @Test
    void content_at_a_private_address_is_not_fetched() throws Exception {
        String pointer = server.large(
                CONTENT, sha256(CONTENT), "https://127.0.0.1:" + server.port() + "/lfs/" + sha256(CONTENT));
        String app = repository("app").with("model.bin", pointer).commit();
        server.forget();

        refuses(() -> export(source("app"), app), GitProblem.INCOMPLETE, "model.bin is a pointer to Git LFS");
        assertThat(server.requests()).noneMatch(request -> request.startsWith("GET /lfs/"));
    }

    @Test
    void other_content_than_the_pointer_names_is_refused() throws Exception {
        String object = sha256("something else");
        String pointer = server.large(CONTENT, object, server.url("lfs/" + object));
        String app = repository("app").with("model.bin", pointer).commit();

        refuses(() -> export(source("app"), app), GitProblem.INCOMPLETE, "model.bin is a pointer to Git LFS");
        assertThat(directory().toFile().list()).containsExactly("model.bin");
    }

    @Test
    void content_counts_like_other_files() throws Exception {
        String pointer = server.large(CONTENT, sha256(CONTENT), server.url("lfs/" + sha256(CONTENT)))
                .replaceAll("size .*", "size 900000000000");
        String app = repository("app").with("model.bin", pointer).commit();

        refuses(
                () -> export(source("app"), app),
                GitProblem.TOO_LARGE,
                "the limit is the setting deployment.sourceTransferLimit");
    }

    @Test
    void over_ssh_the_source_is_refused_with_the_name_of_the_first() throws Exception {
        String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 1234\n";
        String app = repository("app").with("model.bin", pointer).commit();
        TestKeys.Pair pair = TestKeys.pair();
        try (SshGitServer ssh = new SshGitServer(root.resolve("server"), 0)) {
            ssh.authorize(pair.publicKey());
            GitCredential.DeployKey key = TestKeys.forLocalhost(pair);
            credentials.add(key);

            refuses(
                    () -> export(new TenantSource.Git(new GitUrl(ssh.url("app")), null, key.name()), app),
                    GitProblem.INCOMPLETE,
                    "model.bin is a pointer to Git LFS, and its content is fetched over https only");
        }
    }

    private void export(TenantSource.Git source, String commit) {
        repositories().export(source, commit, directory(), LIMIT, scope());
    }

    private Path directory() {
        return root.resolve("export");
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
