package ai.nominate.tenantmgr.release.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.product.GitServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real git, against a repository that is handed out over TLS on this machine. */
class GitRepositoriesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    static Path shared;

    private static GitServer server;
    private static String first;
    private static String second;

    @TempDir
    Path root;

    @BeforeAll
    static void a_repository_with_two_releases() throws IOException {
        server = new GitServer(Files.createDirectories(shared.resolve("server")));
        Path source = shared.resolve("source");
        SafeFiles.write(source.resolve("tenant-app.yaml"), "name: first\n", "rw-r--r--");
        SafeFiles.write(source.resolve("bin/run"), "#!/bin/sh\n", "rwxr-xr-x");
        Files.createSymbolicLink(source.resolve("link.yaml"), Path.of("/etc/passwd"));
        first = server.commit(source, "main");
        SafeFiles.write(source.resolve("tenant-app.yaml"), "name: second\n", "rw-r--r--");
        second = server.commit(source, "next");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_branch_becomes_the_commit_that_it_names_and_a_commit_stays_what_it_is() {
        GitRepositories repositories = repositories(GitServer.ALLOWED);

        assertThat(repositories.fetch(source(), Optional.of("main"), LIMIT, scope()))
                .isEqualTo(first);
        assertThat(repositories.fetch(source(), Optional.of("next"), LIMIT, scope()))
                .isEqualTo(second);
        assertThat(repositories.fetch(source(), Optional.of(first), LIMIT, scope()))
                .isEqualTo(first);
        assertThat(repositories.fetch(source(), Optional.empty(), LIMIT, scope()))
                .isIn(first, second);
    }

    @Test
    void a_commit_has_the_first_line_of_its_message() {
        GitRepositories repositories = repositories(GitServer.ALLOWED);
        repositories.fetch(source(), Optional.of("main"), LIMIT, scope());

        assertThat(repositories.message(source(), first, scope())).contains("A release");
        assertThat(repositories.message(source(), "0".repeat(40), scope())).isEmpty();
    }

    @Test
    void a_file_is_read_as_it_was_in_its_commit_and_a_link_is_not_followed() {
        GitRepositories repositories = repositories(GitServer.ALLOWED);
        repositories.fetch(source(), Optional.of("next"), LIMIT, scope());

        assertThat(repositories.file(source(), first, "tenant-app.yaml", scope()))
                .contains("name: first\n");
        assertThat(repositories.file(source(), second, "tenant-app.yaml", scope()))
                .contains("name: second\n");
        assertThat(repositories.file(source(), second, "missing.yaml", scope())).isEmpty();
        assertThat(repositories.file(source(), second, "link.yaml", scope())).contains("");
        assertThat(root.resolve("home/run")).isEmptyDirectory();
    }

    @Test
    void a_commit_is_written_out_with_its_modes_and_without_the_repository() {
        GitRepositories repositories = repositories(GitServer.ALLOWED);
        repositories.fetch(source(), Optional.of("main"), LIMIT, scope());
        Path directory = root.resolve("export");

        repositories.export(source(), first, directory, LIMIT, scope());

        assertThat(directory.resolve("tenant-app.yaml")).hasContent("name: first\n");
        assertThat(directory.resolve("bin/run")).isExecutable();
        assertThat(directory.resolve(".git")).doesNotExist();
        assertThat(root.resolve("export.index")).doesNotExist();
    }

    @Test
    void a_ref_that_is_not_there_is_a_failure_with_its_name() {
        assertThatThrownBy(() ->
                        repositories(GitServer.ALLOWED).fetch(source(), Optional.of("no-such-branch"), LIMIT, scope()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no-such-branch");
    }

    @Test
    void a_private_address_that_is_not_allowed_is_refused_before_git_connects() {
        assertThatThrownBy(() -> repositories("git.example").fetch(source(), Optional.of("main"), LIMIT, scope()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has a private address that is not allowed");
    }

    private GitRepositories repositories(String allowed) {
        return TestRepositories.in(root.resolve("home"), allowed, server.certificate(), new MemoryCredentials());
    }

    private static TenantSource.Git source() {
        return new TenantSource.Git(new GitUrl(server.url("localhost")), null, null);
    }

    private static RunScope scope() {
        return new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, LineSink.NONE);
    }
}
