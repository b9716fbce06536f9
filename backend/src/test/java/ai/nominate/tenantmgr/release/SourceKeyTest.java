package ai.nominate.tenantmgr.release;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourceKeyTest {
    private static final String REPOSITORY = "https://git.example/campaign.git";

    @Test
    void the_same_commit_with_the_same_build_is_the_same_release_whatever_it_was_called() {
        assertThat(id(REPOSITORY, "main", "c1", "[[\"./build.sh\"]]"))
                .isEqualTo(id(REPOSITORY, "v1.0", "c1", "[[\"./build.sh\"]]"))
                .matches("r[0-9a-f]{12}");
    }

    @Test
    void another_repository_commit_or_build_is_another_release() {
        String id = id(REPOSITORY, "main", "c1", "[[\"./build.sh\"]]");

        assertThat(id("https://git.example/other.git", "main", "c1", "[[\"./build.sh\"]]"))
                .isNotEqualTo(id);
        assertThat(id(REPOSITORY, "main", "c2", "[[\"./build.sh\"]]")).isNotEqualTo(id);
        assertThat(id(REPOSITORY, "main", "c1", "[]")).isNotEqualTo(id);
        assertThat(id(REPOSITORY, "main", "c1", "[[\"./build.sh\", \"--fast\"]]"))
                .isNotEqualTo(id);
    }

    @Test
    void each_server_builds_its_own() {
        PinnedSource pinned = new PinnedSource(
                TenantSource.of("git", REPOSITORY, "main"), Optional.of("main"), "c1", Optional.empty());

        assertThat(SourceKey.releaseId((short) 2, pinned, manifest("[]")))
                .isNotEqualTo(SourceKey.releaseId((short) 1, pinned, manifest("[]")));
    }

    @Test
    void where_one_command_ends_and_the_next_begins_counts() {
        assertThat(id(REPOSITORY, "main", "c1", "[[\"a\", \"b\"]]"))
                .isNotEqualTo(id(REPOSITORY, "main", "c1", "[[\"a\"], [\"b\"]]"))
                .isNotEqualTo(id(REPOSITORY, "main", "c1", "[[\"a b\"]]"));
    }

    private static String id(String location, String ref, String commit, String build) {
        PinnedSource pinned =
                new PinnedSource(TenantSource.of("git", location, ref), Optional.of(ref), commit, Optional.empty());
        return SourceKey.releaseId((short) 1, pinned, manifest(build));
    }

    static Manifest manifest(String build) {
        return read("build: " + build);
    }

    static Manifest withStorage(String name) {
        return read("storage: [" + name + "]");
    }

    private static Manifest read(String more) {
        String yaml = """
                apiVersion: tenantmgr/v1
                name: campaign
                %s
                services: { backend: { command: ["./run"], health: /health } }
                routes: { "/": backend }
                """.formatted(more);
        return ((ManifestResult.Valid) ManifestReader.read(yaml)).manifest();
    }
}
