package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.release.git.SshGitServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A core application in a git repository, behind TLS with the operator's own certificate. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitSourceIT {
    private final Product product;
    private String firstCommit;

    GitSourceIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_repository_has_two_branches() {
        Source source = product.source("repository");
        firstCommit = product.git().commit(source.firstRelease(), "main");
        product.git().commit(source.secondRelease(), "next");
    }

    @Test
    void a_tenant_is_deployed_from_a_branch_and_then_from_a_commit() {
        Tenant tenant = Tenant.made(
                product,
                "from-git",
                Map.of("kind", "git", "location", product.git().url("localhost"), "ref", "next"));
        tenant.deploy().succeeds();
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);

        Deployment deployment = tenant.deploy(firstCommit);
        deployment.succeeds();

        assertThat(deployment.view().at("/release/commit").asText()).isEqualTo(firstCommit);
        assertThat(deployment.view().at("/release/message").asText()).isEqualTo("A release");
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
    }

    @Test
    void a_private_repository_is_deployed_with_a_stored_token() {
        String location = product.git().privateUrl("localhost");
        product.api()
                .post(
                        "/api/credentials",
                        Map.of(
                                "name", "robot-token",
                                "kind", "access-token",
                                "host", "localhost",
                                "pathPrefix", "/private",
                                "username", GitServer.USER,
                                "token", GitServer.TOKEN),
                        201);
        Tenant closed = Tenant.made(product, "no-token", Map.of("kind", "git", "location", location, "ref", "main"));
        assertThat(closed.deploy().fails().path("code").asText()).isEqualTo("release.access-refused");

        Tenant tenant = Tenant.made(
                product,
                "with-token",
                Map.of("kind", "git", "location", location, "ref", "next", "credential", "robot-token"));
        Deployment deployment = tenant.deploy();
        deployment.succeeds();

        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
        assertThat(deployment.said()).noneMatch(text -> text.contains(GitServer.TOKEN));
    }

    @Test
    void a_repository_over_ssh_is_deployed_with_the_key_that_the_product_made() {
        JsonNode key = product.api()
                .post("/api/credentials", Map.of("name", "robot-key", "kind", "deploy-key", "host", "localhost"), 201);
        try (SshGitServer ssh = new SshGitServer(product.git().directory(), 0)) {
            ssh.authorize(key.path("publicKey").asText());
            Tenant tenant = Tenant.made(
                    product,
                    "with-key",
                    Map.of(
                            "kind",
                            "git",
                            "location",
                            ssh.url("campaign.git"),
                            "ref",
                            "next",
                            "credential",
                            "robot-key"));

            tenant.deploy().succeeds();

            assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
            assertThat(product.api()
                            .get("/api/credentials?size=200")
                            .path("items")
                            .findValuesAsText("hostKeys"))
                    .anyMatch(keys -> keys.startsWith("[localhost]:" + ssh.port() + " "));
        }
    }

    @Test
    void a_branch_that_is_not_there_is_named_in_the_failure() {
        Tenant tenant = Tenant.made(
                product,
                "no-branch",
                Map.of("kind", "git", "location", product.git().url("localhost"), "ref", "absent"));

        JsonNode failure = tenant.deploy().fails();

        assertThat(failure.path("step").asText()).isEqualTo("preflight");
        assertThat(failure.path("detail").asText()).contains("absent");
        tenant.hasNothingIn("a");
    }

    @Test
    void a_private_address_that_nobody_allowed_is_not_asked() {
        Tenant tenant = Tenant.made(
                product,
                "private-git",
                Map.of("kind", "git", "location", product.git().url("127.0.0.1")));

        Deployment deployment = tenant.deploy();
        JsonNode failure = deployment.fails();

        assertThat(failure.path("code").asText()).isEqualTo("release.unreachable");
        assertThat(failure.path("step").asText()).isEqualTo("preflight");
        assertThat(failure.path("detail").asText()).contains("127.0.0.1 is unknown, has a private address");
        assertThat(deployment.said()).noneMatch(text -> text.contains("$ git"));
        tenant.hasNothingIn("a");
    }
}
