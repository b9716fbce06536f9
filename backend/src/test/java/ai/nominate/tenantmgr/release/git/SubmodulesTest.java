package ai.nominate.tenantmgr.release.git;

import static ai.nominate.tenantmgr.release.git.ShallowFetchTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmodulesTest extends GitTest {
    @Test
    void submodules_are_fetched_with_their_own_submodules_and_relative_addresses() {
        String deepest = repository("deepest").with("deepest.txt", "deepest\n").commit();
        String library = repository("group/library")
                .with("library.txt", "library\n")
                .withSubmodule("in/deepest", "../../deepest", deepest)
                .addAll()
                .commitIndex();
        String app = repository("app")
                .with("app.txt", "app\n")
                .withSubmodule("vendor/library", server.url("group/library"), library)
                .addAll()
                .commitIndex();
        Path directory = root.resolve("export");

        export(app, directory);

        assertThat(directory.resolve("app.txt")).hasContent("app\n");
        assertThat(directory.resolve("vendor/library/library.txt")).hasContent("library\n");
        assertThat(directory.resolve("vendor/library/in/deepest/deepest.txt")).hasContent("deepest\n");
        assertThat(root.resolve("export.index")).doesNotExist();
    }

    @Test
    void the_credential_of_the_source_opens_its_submodules() {
        storeToken(HttpGitServer.TOKEN, "/private");
        String library =
                repository("private/library").with("library.txt", "library\n").commit();
        String app = repository("private/app")
                .withSubmodule("library", "../library", library)
                .commitIndex();

        repositories().export(withToken("private/app"), app, root.resolve("export"), LIMIT, scope());

        assertThat(root.resolve("export/library/library.txt")).hasContent("library\n");
    }

    @Test
    void the_files_of_submodules_count_too() {
        Repository library = repository("library");
        for (int i = 0; i < 15; i++) {
            library.with("f" + i, "x");
        }
        String app = repository("app")
                .withSubmodule("one", "../library", library.commit())
                .withSubmodule("two", "../library", library.git("rev-parse", "HEAD"))
                .commitIndex();

        refuses(
                () -> repositories(new SourceLimits(1 << 20, 1 << 20, 20))
                        .export(source("app"), app, root.resolve("export"), LIMIT, scope()),
                GitProblem.TOO_LARGE,
                "Submodule two: The source has more than 20 files");
    }

    @Test
    void a_submodule_whose_address_is_refused_refuses_the_source() {
        String unusable = "The submodule lib cannot be fetched: its address in .gitmodules";
        Map<String, String> refusals = Map.of(
                "https://127.0.0.1/library.git", "Submodule lib: 127.0.0.1 is unknown, has a private address",
                "https://0177.0.0.1/library.git", unusable,
                "file:///etc", unusable,
                "/srv/library", unusable,
                "ext::sh -c id", unusable,
                "../../../../library", unusable,
                "git@localhost:library.git", "Submodule lib: ssh://git@localhost/library.git needs a deploy key");
        Repository app = repository("app");
        refusals.forEach((address, sentence) -> {
            String commit = app.withSubmodule("lib", address, "1".repeat(40)).commitIndex();

            assertThat(catchThrowable(() -> export(commit, root.resolve(commit))))
                    .as(address)
                    .hasMessageStartingWith(sentence);
        });
    }

    @Test
    void a_submodule_without_an_address_refuses_the_source() {
        String app = repository("app").withLink("vendor/lib", "1".repeat(40)).commitIndex();

        refuses(
                () -> export(app, root.resolve("export")),
                GitProblem.INCOMPLETE,
                "The submodule vendor/lib has no address in .gitmodules");
    }

    @Test
    void a_submodule_that_is_not_there_refuses_the_source() {
        String app = repository("app")
                .withSubmodule("vendor", "../absent", "1".repeat(40))
                .commitIndex();

        refuses(() -> export(app, root.resolve("export")), GitProblem.ACCESS_REFUSED, "Submodule vendor: ");
    }

    @Test
    void a_repository_that_contains_itself_comes_to_an_end() {
        Repository app = repository("app");
        String commit = app.with("n.txt", "x").commit();
        for (int i = 0; i < 7; i++) {
            commit = app.withSubmodule("again", "../app", commit).commitIndex();
        }
        String last = commit;

        refuses(
                () -> export(last, root.resolve("export")),
                GitProblem.INCOMPLETE,
                "lies deeper than 5 levels of submodules");
    }

    /** A tree that names x twice: as a submodule that holds a link, and as a directory with a submodule at that link. */
    @Test
    void a_submodule_does_not_lead_through_a_link_out_of_the_source() throws Exception {
        Path outside = SafeFiles.directory(root.resolve("outside"), "rwxr-xr-x");
        Repository linking = repository("linking");
        Files.createSymbolicLink(linking.directory().resolve("y"), outside);
        String link = linking.commit();
        String content = repository("content").with("n.txt", "x").commit();
        Repository app = repository("app");
        app.with(
                ".gitmodules",
                "[submodule \"x\"]\npath = x\nurl = ../linking\n[submodule \"y\"]\npath = x/y\nurl = ../content\n");
        app.git("add", ".gitmodules");
        String inner = app.gitWith("160000 commit " + content + "\ty\n", "mktree", "--missing");
        String tree = app.gitWith(
                "100644 blob " + app.git("rev-parse", ":.gitmodules") + "\t.gitmodules\n160000 commit " + link
                        + "\tx\n040000 tree " + inner + "\tx\n",
                "mktree",
                "--missing");
        String commit = app.git("commit-tree", "-m", "Twice", tree);
        app.git("update-ref", "refs/heads/main", commit);

        assertThat(catchThrowable(() -> export(commit, root.resolve("export")))).isInstanceOf(ProblemException.class);
        assertThat(outside).isEmptyDirectory();
    }

    private void export(String commit, Path directory) {
        repositories().export(source("app"), commit, directory, LIMIT, scope());
    }
}
