package ai.nominate.tenantmgr.webhook.forge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.GitUrl;
import ai.nominate.tenantmgr.kernel.NetworkHost;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.webhook.forge.StatusRequest.Status;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRequestTest {
    private static final String COMMIT = "0d1a26e67d8f5eaf1f6ba5c57fc3c7d91ac0fd1c";
    private static final Status FAILURE =
            new Status("failure", "It failed", "tenant-manager/acme", "https://panel.example/deployments/1");

    @ParameterizedTest
    @CsvSource({
        "GITHUB, https://github.com/acme/site.git, api.github.com, 443, /repos/acme/site/statuses/",
        "GITHUB, https://github.acme.example:8443/acme/site, github.acme.example, 8443, /api/v3/repos/acme/site/statuses/",
        "GITLAB, https://gitlab.com/acme/web/site.git/, gitlab.com, 443, /api/v4/projects/acme%2Fweb%2Fsite/statuses/",
        "GITEA, https://git.example:3000/acme/site.git, git.example, 3000, /api/v1/repos/acme/site/statuses/"
    })
    void each_forge_is_asked_at_its_documented_address(Forge forge, String url, String host, int port, String target) {
        StatusRequest request = request(forge, url, FAILURE);

        assertThat(request.host()).isEqualTo(new NetworkHost(host));
        assertThat(request.port()).isEqualTo(port);
        assertThat(request.target()).isEqualTo(target + COMMIT);
    }

    @Test
    void each_forge_gets_the_fields_that_it_documents() {
        JsonObject expected = new JsonObject()
                .put("state", "failure")
                .put("description", "It failed")
                .put("context", "tenant-manager/acme")
                .put("target_url", "https://panel.example/deployments/1");

        assertThat(request(Forge.GITHUB, "https://github.com/acme/site", FAILURE)
                        .body())
                .isEqualTo(expected);
        assertThat(request(Forge.GITEA, "https://git.example/acme/site", FAILURE)
                        .body())
                .isEqualTo(expected);
        JsonObject gitlab =
                request(Forge.GITLAB, "https://gitlab.com/acme/site", FAILURE).body();
        assertThat(gitlab.getString("state")).isEqualTo("failed");
        assertThat(gitlab.getString("name")).isEqualTo("tenant-manager/acme");
        assertThat(request(Forge.GITLAB, "https://gitlab.com/acme/site", new Status("pending", "d", "c", null))
                        .body())
                .isEqualTo(new JsonObject()
                        .put("state", "pending")
                        .put("description", "d")
                        .put("name", "c"));
    }

    @Test
    void the_token_is_in_the_header_of_each_forge_and_in_no_text() {
        for (Forge forge : Forge.values()) {
            StatusRequest request = request(forge, "https://git.example/acme/site", FAILURE);
            assertThat(List.of("Bearer t0ken", "token t0ken", "t0ken"))
                    .contains(request.headers()
                            .getOrDefault("Authorization", request.headers().get("PRIVATE-TOKEN")));
            assertThat(request.toString() + request.body()).doesNotContain("t0ken");
        }
        assertThat(request(Forge.GITLAB, "https://git.example/acme/site", FAILURE)
                        .headers())
                .containsEntry("PRIVATE-TOKEN", "t0ken")
                .doesNotContainKey("Authorization");
    }

    private static StatusRequest request(Forge forge, String url, Status status) {
        return StatusRequest.of(forge, new GitUrl(url), COMMIT, status, new Secret("t0ken"));
    }
}
