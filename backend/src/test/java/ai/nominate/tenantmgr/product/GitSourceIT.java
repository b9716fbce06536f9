package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
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
