package ai.nominate.tenantmgr.release.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ShallowFetchTest extends GitTest {
    private static final int MIB = 1 << 20;

    @Test
    void the_commit_is_fetched_without_its_history() {
        Repository app = repository("app");
        for (int i = 0; i < 5; i++) {
            app.with("n.txt", "change " + i + "\n").commit();
        }
        String newest = app.with("n.txt", "last\n").commit();

        assertThat(repositories().fetch(source("app"), Optional.of("main"), LIMIT, scope()))
                .isEqualTo(newest);

        assertThat(Repository.git(caches().getFirst(), "rev-list", "--all", "--count"))
                .isEqualTo("1");
    }

    @Test
    void a_commit_of_the_past_is_fetched_from_a_server_that_gives_out_branches_only() {
        Repository app = repository("app");
        app.git("config", "uploadpack.allowAnySHA1InWant", "false");
        app.git("config", "protocol.version", "0");
        String old = app.with("n.txt", "first\n").commit();
        app.with("n.txt", "second\n").commit();

        assertThat(repositories().fetch(source("app"), Optional.of(old), LIMIT, scope()))
                .isEqualTo(old);
    }

    @Test
    void a_short_commit_id_is_completed() {
        Repository app = repository("app");
        String old = app.with("n.txt", "first\n").commit();
        app.with("n.txt", "second\n").commit();

        assertThat(repositories().fetch(source("app"), Optional.of(old.substring(0, 8)), LIMIT, scope()))
                .isEqualTo(old);
    }

    @Test
    void a_branch_whose_name_looks_like_a_short_commit_id_is_the_branch() {
        Repository app = repository("app");
        String first = app.with("n.txt", "first\n").commit();
        app.git("branch", "deadbeef");
        app.with("n.txt", "second\n").commit();

        assertThat(repositories().fetch(source("app"), Optional.of("deadbeef"), LIMIT, scope()))
                .isEqualTo(first);
    }

    @Test
    void a_short_id_that_no_commit_has_is_refused_with_what_was_searched() {
        repository("app").with("n.txt", "first\n").commit();

        refuses(
                () -> repositories().fetch(source("app"), Optional.of("abcdef1"), LIMIT, scope()),
                GitProblem.REF_UNKNOWN,
                "the last 200 of each branch and tag");
    }

    @Test
    void more_files_than_the_setting_allows_are_refused_before_one_is_written() {
        Repository app = repository("app");
        for (int i = 0; i < 30; i++) {
            app.with("f" + i + ".txt", "x");
        }
        String commit = app.commit();
        Path directory = root.resolve("export");

        refuses(
                () -> export(repositories(new SourceLimits(MIB, MIB, 20)), source("app"), commit, directory),
                GitProblem.TOO_LARGE,
                "more than 20 files; the limit is the setting deployment.sourceFileLimit");
        assertThat(directory).doesNotExist();
    }

    @Test
    void files_that_are_small_to_fetch_and_large_to_write_are_refused() {
        String commit = repository("app").with("zeros.txt", "0".repeat(4 * MIB)).commit();

        refuses(
                () -> export(
                        repositories(new SourceLimits(MIB, 2 * MIB, 20)),
                        source("app"),
                        commit,
                        root.resolve("export")),
                GitProblem.TOO_LARGE,
                "more than 2 MB; the limit is the setting deployment.sourceSizeLimit");
    }

    @Test
    void a_repository_that_is_too_large_to_fetch_is_refused_and_not_kept() {
        byte[] noise = new byte[3 * MIB];
        ThreadLocalRandom.current().nextBytes(noise);
        repository("app")
                .with("noise.txt", Base64.getEncoder().encodeToString(noise))
                .commit();

        refuses(
                () -> repositories(new SourceLimits(MIB, 64 * MIB, 20))
                        .fetch(source("app"), Optional.empty(), LIMIT, scope()),
                GitProblem.TOO_LARGE,
                "More than 1 MB would be fetched for the source; the limit is the setting "
                        + "deployment.sourceTransferLimit");
        assertThat(caches()).isEmpty();
    }

    @Test
    void a_local_copy_does_not_grow_with_every_commit() {
        Repository app = repository("app");
        GitRepositories repositories = repositories();
        for (int i = 0; i < 10; i++) {
            String commit = app.with("n.txt", "change " + i + "\n").commit();
            assertThat(repositories.fetch(source("app"), Optional.empty(), LIMIT, scope()))
                    .isEqualTo(commit);
        }

        Path cache = caches().getFirst();
        assertThat(Repository.git(cache, "for-each-ref").lines()).hasSize(1);
        assertThat(cache.resolve("objects/pack").toFile().listFiles((directory, name) -> name.endsWith(".pack")))
                .hasSizeLessThan(10);
    }

    @Test
    void a_commit_that_is_no_longer_in_the_local_copy_is_fetched_again() throws Exception {
        Repository app = repository("app");
        GitRepositories repositories = repositories();
        String commit = app.with("n.txt", "first\n").commit();
        repositories.fetch(source("app"), Optional.empty(), LIMIT, scope());
        repositories.removeUnused(Duration.ZERO.minusHours(1));
        assertThat(caches()).isEmpty();

        export(repositories, source("app"), commit, root.resolve("export"));

        assertThat(Files.readString(root.resolve("export/n.txt"))).isEqualTo("first\n");
    }

    @Test
    void a_local_copy_that_was_used_is_kept_until_it_expires() {
        repository("app").with("n.txt", "first\n").commit();
        GitRepositories repositories = repositories();
        repositories.fetch(source("app"), Optional.empty(), LIMIT, scope());

        repositories.removeUnused(Duration.ofHours(1));

        assertThat(caches()).hasSize(1);
    }

    private void export(GitRepositories repositories, TenantSource.Git source, String commit, Path directory) {
        repositories.export(source, commit, directory, LIMIT, scope());
    }

    static void refuses(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, GitProblem problem, String sentence) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem())
                                .as(refusal.getMessage())
                                .isEqualTo(problem))
                .hasMessageContaining(sentence);
    }
}
