package ai.nominate.tenantmgr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitRefTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "main",
                "v1.2.3",
                "feature/login",
                "feature/#12-login",
                "user@work",
                "a.lock.b",
                "release-2026.11",
                "dependabot/npm_and_yarn/x-1.0",
                "refs/heads/main",
                "HEAD",
                "c30f49f",
                "1"
            })
    void a_name_that_git_takes_is_taken(String name) throws Exception {
        assertThat(new GitRef(name).value()).isEqualTo(name);
        assertThat(gitTakes(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a/.b",
                ".a",
                "x.lock/y",
                "x.lock",
                "a@{1}",
                "@{",
                "@",
                "-x",
                "--upload-pack=x",
                "+main",
                "a..b",
                "a//b",
                "/a",
                "a/",
                "a.",
                "a b",
                "a~1",
                "a^",
                "a:b",
                "a?",
                "a*",
                "a[b",
                "a\\b",
                "a\nb",
                "a\u0000b",
                "a\u007fb"
            })
    void a_name_that_git_would_refuse_or_read_otherwise_is_refused(String name) {
        assertThatThrownBy(() -> new GitRef(name)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void seven_to_thirty_nine_digits_may_be_the_beginning_of_a_commit_id() {
        assertThat(new GitRef("c30f49f").mayBeShortCommit()).isTrue();
        assertThat(new GitRef("c30f49").mayBeShortCommit()).isFalse();
        assertThat(new GitRef("c30f49g").mayBeShortCommit()).isFalse();
        assertThat(new GitRef("c".repeat(40)).isCommit()).isTrue();
        assertThat(new GitRef("c".repeat(40)).mayBeShortCommit()).isFalse();
    }

    private static boolean gitTakes(String name) throws IOException, InterruptedException {
        return new ProcessBuilder("git", "check-ref-format", "refs/heads/" + name)
                        .start()
                        .waitFor()
                == 0;
    }
}
