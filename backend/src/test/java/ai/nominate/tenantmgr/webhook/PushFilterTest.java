package ai.nominate.tenantmgr.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.webhook.forge.ForgeEvent.Push;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushFilterTest {
    private static final String MAIN = "refs/heads/main";

    @Test
    void a_push_to_the_branch_of_the_source_is_deployed() {
        assertThat(ignored(push(MAIN, "acme/site", "main"), "https://git.example/acme/site.git", "main"))
                .isEmpty();
        assertThat(ignored(push("refs/heads/feature/x", "acme/site", "main"), "git@git.example:acme/site", "feature/x"))
                .isEmpty();
    }

    @Test
    void a_source_without_a_ref_follows_the_default_branch_that_the_forge_names() {
        String source = "https://git.example/acme/site";

        assertThat(ignored(push(MAIN, "acme/site", "main"), source, null)).isEmpty();
        assertThat(ignored(push(MAIN, null, null), source, null)).isEmpty();
        assertThat(ignored(push("refs/heads/dev", "acme/site", "main"), source, null))
                .hasValue("The push is to dev, the tenant follows main, the default branch");
    }

    @ParameterizedTest
    @CsvSource({
        "refs/heads/dev, main, 'The push is to dev, the tenant follows main'",
        "refs/tags/main, main, 'refs/tags/main is no branch; only pushes to a branch are deployed'",
        "refs/tags/v1, v1, 'refs/tags/v1 is no branch; only pushes to a branch are deployed'",
        "main, main, 'main is no branch; only pushes to a branch are deployed'",
        "refs/heads/main, 0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c,"
                + " 'The source of the tenant is the commit 0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c, not a branch'"
    })
    void a_push_elsewhere_is_ignored_with_the_reason(String ref, String followed, String reason) {
        assertThat(ignored(push(ref, "acme/site", "main"), "https://git.example/acme/site", followed))
                .hasValue(reason);
    }

    @Test
    void a_deleted_branch_is_ignored() {
        assertThat(ignored(
                        new Push(MAIN, true, null, null, null, "acme/site", "main"),
                        "https://git.example/acme/site",
                        "main"))
                .hasValue("The branch main was deleted");
    }

    @Test
    void a_push_to_another_repository_is_ignored() {
        String source = "https://git.example/acme/site.git";

        assertThat(ignored(push(MAIN, "evil/site", "main"), source, "main"))
                .hasValue("The push is to the repository evil/site, the source of the tenant is acme/site");
        assertThat(ignored(push(MAIN, "e/site", "main"), source, "main")).isPresent();
        assertThat(ignored(push(MAIN, "ACME/Site", "main"), source, "main")).isEmpty();
        assertThat(ignored(push(MAIN, "acme/site", "main"), "https://git.example/gitlab/acme/site.git/", "main"))
                .isEmpty();
    }

    @Test
    void a_directory_has_no_branches() {
        TenantSource directory = TenantSource.of("directory", "/srv/site", null);

        assertThat(PushFilter.ignored(push("refs/heads/any", "acme/site", "main"), directory))
                .isEmpty();
        assertThat(PushFilter.ignored(push("refs/tags/v1", "acme/site", "main"), directory))
                .isPresent();
    }

    @Test
    void the_reason_of_the_deployment_names_branch_person_message_and_commit() {
        assertThat(DeliveryTexts.reason(new Push(
                        MAIN,
                        false,
                        "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c",
                        "Mend the form",
                        "ada",
                        "acme/site",
                        "main")))
                .isEqualTo("Push to main by ada: Mend the form (0d1a26e)");
        assertThat(DeliveryTexts.reason(push(MAIN, null, null))).isEqualTo("Push to main");
    }

    private static Push push(String ref, String repository, String defaultBranch) {
        return new Push(ref, false, null, null, null, repository, defaultBranch);
    }

    private static Optional<String> ignored(Push push, String source, String ref) {
        return PushFilter.ignored(push, TenantSource.of("git", source, ref));
    }
}
