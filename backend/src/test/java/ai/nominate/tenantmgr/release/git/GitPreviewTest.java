package ai.nominate.tenantmgr.release.git;

import static ai.nominate.tenantmgr.release.git.ShallowFetchTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class GitPreviewTest extends GitTest {
    private static final String FILE = "tenant-app.yaml";

    @Test
    void branches_and_one_file_are_seen_and_nothing_is_kept() {
        Repository app = repository("app").with(FILE, "name: main\n");
        app.commit();
        app.git("branch", "next");

        RepositoryLook look = preview().look(source("app"), FILE, LIMIT, scope());

        assertThat(look)
                .isEqualTo(new RepositoryLook(
                        List.of("main", "next"), Optional.of("main"), true, Optional.of("name: main\n")));
        assertThat(caches()).isEmpty();
        assertThat(home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void the_file_is_that_of_the_ref_and_may_be_missing() {
        Repository app = repository("app");
        String first = app.with("other.txt", "x").commit();
        app.with(FILE, "name: later\n").commit();

        var at = new TenantSource.Git(source("app").url(), new GitRef(first), null);

        assertThat(preview().look(at, FILE, LIMIT, scope()).text()).isEmpty();
        assertThat(preview().look(source("app"), FILE, LIMIT, scope()).text()).contains("name: later\n");
    }

    @Test
    void a_ref_that_is_missing_is_named() {
        repository("app").with(FILE, "name: main\n").commit();
        var at = new TenantSource.Git(source("app").url(), new GitRef("nowhere"), null);

        refuses(() -> preview().look(at, FILE, LIMIT, scope()), GitProblem.REF_UNKNOWN, "nowhere");
        assertThat(home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void a_repository_with_too_much_for_a_look_is_reached_nevertheless() {
        byte[] noise = new byte[3 << 20];
        ThreadLocalRandom.current().nextBytes(noise);
        repository("app")
                .with("noise.txt", Base64.getEncoder().encodeToString(noise))
                .commit();
        GitPreview small = TestRepositories.preview(
                home(), CERTIFICATE.file(), credentials, new SourceLimits(1 << 20, 1 << 20, 9));

        RepositoryLook look = small.look(source("app"), FILE, LIMIT, scope());

        assertThat(look.branches()).containsExactly("main");
        assertThat(look.wasRead()).isFalse();
        assertThat(home().resolve("run")).isEmptyDirectory();
    }

    @Test
    void a_token_opens_a_private_repository() {
        repository("private/app").with(FILE, "name: hidden\n").commit();

        storeToken(HttpGitServer.TOKEN, "/private");

        refuses(() -> preview().look(source("private/app"), FILE, LIMIT, scope()), GitProblem.UNREACHABLE, "");
        assertThat(preview()
                        .look(withToken("private/app"), FILE, LIMIT, scope())
                        .text())
                .contains("name: hidden\n");
    }

    @Test
    void a_list_of_branches_may_have_any_length() {
        BranchList list = new BranchList(2);
        list.add("ref: refs/heads/trunk\tHEAD");
        for (String name : List.of("c", "b", "a")) {
            list.add("0123456789012345678901234567890123456789\trefs/heads/" + name);
        }
        list.add("From https://somewhere");

        assertThat(list.names()).containsExactly("b", "c");
        assertThat(list.defaultName()).contains("trunk");
    }

    private GitPreview preview() {
        return TestRepositories.preview(home(), CERTIFICATE.file(), credentials, TestRepositories.GENEROUS);
    }
}
