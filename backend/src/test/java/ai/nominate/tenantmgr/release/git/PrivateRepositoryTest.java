package ai.nominate.tenantmgr.release.git;

import static ai.nominate.tenantmgr.release.git.ShallowFetchTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivateRepositoryTest extends GitTest {
    private String commit;

    @BeforeEach
    void a_private_repository() {
        commit = repository("private/app").with("n.txt", "private\n").commit();
    }

    @Test
    void a_stored_token_opens_it_and_is_gone_after_the_fetch() {
        storeToken(HttpGitServer.TOKEN, "/private");

        assertThat(repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope()))
                .isEqualTo(commit);

        assertThat(server.requests()).anyMatch(request -> request.endsWith("with credentials"));
        assertThat(home().resolve("run")).isEmptyDirectory();
        assertThat(filesWith(HttpGitServer.TOKEN, home())).isEmpty();
    }

    @Test
    void no_program_has_the_token_in_its_arguments_or_environment() {
        storeToken(HttpGitServer.TOKEN, "");
        List<String> seen = new CopyOnWriteArrayList<>();
        server.duringRequests(() -> seen.addAll(programsWith(HttpGitServer.TOKEN, "secret%2Ftoken")));

        repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope());

        assertThat(server.requests()).isNotEmpty();
        assertThat(seen).isEmpty();
    }

    @Test
    void without_or_with_a_wrong_token_it_is_refused_without_what_the_server_said() {
        refuses(
                () -> repositories().fetch(source("private/app"), Optional.empty(), LIMIT, scope()),
                GitProblem.ACCESS_REFUSED,
                "check source.location and source.credential");
        storeToken("wrong", "");
        refuses(
                () -> repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope()),
                GitProblem.ACCESS_REFUSED,
                "check source.location and source.credential");
        assertThat(output).isEmpty();
    }

    @Test
    void a_credential_for_other_repositories_is_not_used() {
        storeToken(HttpGitServer.TOKEN, "/private/other");

        refuses(
                () -> repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope()),
                GitProblem.CREDENTIAL_UNUSABLE,
                "may not be fetched with the credential " + TOKEN_NAME);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void a_credential_that_was_removed_is_named() {
        refuses(
                () -> repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope()),
                GitProblem.CREDENTIAL_UNUSABLE,
                "names the credential " + TOKEN_NAME + ", which was removed");
    }

    @Test
    void a_redirect_is_not_followed_so_no_other_server_gets_the_token() {
        storeToken(HttpGitServer.TOKEN, "");
        try (HttpGitServer other = new HttpGitServer(root.resolve("server"), CERTIFICATE)) {
            server.redirectTo("https://localhost:" + other.port());

            refuses(
                    () -> repositories().fetch(withToken("private/app"), Optional.empty(), LIMIT, scope()),
                    GitProblem.UNREACHABLE,
                    "does not answer as a git server");

            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void what_was_fetched_with_a_credential_is_not_found_without_it() {
        storeToken(HttpGitServer.TOKEN, "");
        GitRepositories repositories = repositories();
        repositories.fetch(withToken("private/app"), Optional.empty(), LIMIT, scope());

        refuses(
                () -> repositories.fetch(source("private/app"), Optional.of(commit), LIMIT, scope()),
                GitProblem.ACCESS_REFUSED,
                "refused access");
    }

    @Test
    void a_refused_address_and_one_that_does_not_answer_get_the_same_words() {
        GitRepositories repositories = repositories();
        int port = server.port();
        server.close();
        TenantSource.Git closed = new TenantSource.Git(new GitUrl("https://localhost:" + port + "/app"), null, null);
        TenantSource.Git refused = new TenantSource.Git(new GitUrl("https://127.0.0.1:" + port + "/app"), null, null);

        for (TenantSource.Git source : List.of(closed, refused)) {
            refuses(
                    () -> repositories.fetch(source, Optional.empty(), LIMIT, scope()),
                    GitProblem.UNREACHABLE,
                    source.url().host() + " is unknown, has a private address that is not allowed "
                            + "(TENANTMGR_PRIVATE_ADDRESSES_ALLOWED), or does not answer as a git server");
        }
        assertThat(output).isEmpty();
    }

    @Test
    void an_ssh_address_without_a_credential_is_refused_with_what_it_needs() {
        TenantSource.Git source = new TenantSource.Git(new GitUrl("git@localhost:acme/app.git"), null, null);

        refuses(
                () -> repositories().fetch(source, Optional.empty(), LIMIT, scope()),
                GitProblem.CREDENTIAL_UNUSABLE,
                "needs a deploy key: store one at /api/credentials and name it in source.credential");
    }

    @Test
    void a_token_does_not_open_an_ssh_address() {
        storeToken(HttpGitServer.TOKEN, "");
        TenantSource.Git source =
                new TenantSource.Git(new GitUrl("git@localhost:acme/app.git"), null, new CredentialName(TOKEN_NAME));

        refuses(
                () -> repositories().fetch(source, Optional.empty(), LIMIT, scope()),
                GitProblem.CREDENTIAL_UNUSABLE,
                "may not be fetched with");
    }

    private static List<String> programsWith(String... texts) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> Stream.of("cmdline", "environ")
                        .map(part -> Path.of("/proc/" + process.pid(), part))
                        .filter(part -> Stream.of(texts).anyMatch(content(part)::contains)))
                .map(Path::toString)
                .toList();
    }

    private static List<Path> filesWith(String text, Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> content(file).contains(text))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // the process has ended
        }
    }
}
