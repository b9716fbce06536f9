package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant that was never live: the remains of a failed first deployment. */
@ExtendWith(OnProduct.class)
class FirstDeploymentIT {
    private final Product product;

    FirstDeploymentIT(Product product) {
        this.product = product;
    }

    @Test
    void a_first_deployment_that_fails_leaves_a_failed_tenant_and_the_next_one_heals_it() {
        Source source = product.source("newcomer").secondWithFault("exit");
        Tenant tenant = product.tenant("newcomer", source);

        JsonNode failure = tenant.deploy().fails();

        assertThat(failure.path("undone").asBoolean()).isFalse();
        assertThat(failure.path("detail").asText()).contains("The tenant's database stays");
        assertThat(tenant.status()).isEqualTo("failed");
        assertThat(tenant.visitor().ask("/").status()).as("unknown to NGINX").isEqualTo(404);
        tenant.hasNothingIn("a");

        source.firstRelease();
        tenant.deploy().succeeds();

        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
        offersItsOperator(tenant);
    }

    /** The application asks for a token that it shares with the manager alone. */
    private void offersItsOperator(Tenant tenant) {
        String remote = tenant.path() + "/remote";
        JsonNode stats = product.api().get(remote + "/stats");
        assertThat(stats.path("stale").asBoolean()).isFalse();
        assertThat(stats.path("stats").path("persons").isNumber()).isTrue();
        assertThat(stats.path("stats").path("databaseBytes").asLong()).isPositive();
        assertThat(product.api().get(remote + "/persons/count").path("count").asLong())
                .isEqualTo(stats.path("stats").path("persons").asLong());
        assertThat(product.api()
                        .post(remote + "/actions/reindex", Map.of(), 200)
                        .path("output")
                        .get(0)
                        .asText())
                .contains("indexed");
        assertThat(product.api()
                        .post(remote + "/backup", Map.of(), 200)
                        .path("output")
                        .get(0)
                        .asText())
                .as("complete with its last line")
                .contains("\"end\"");
        assertThat(product.api().get("/api/releases?size=200").path("items"))
                .anySatisfy(release ->
                        assertThat(release.path("tenants").toString()).contains("\"newcomer\""));
    }

    @Test
    void a_database_that_cannot_be_initialised_leaves_none_behind() {
        Source source = product.source("no-schema").firstRelease().replacingInManifest("db/schema.sql", "build.sh");
        Tenant tenant = product.tenant("no-schema", source);

        Deployment deployment = tenant.deploy();
        JsonNode failure = deployment.fails();

        assertThat(failure.path("step").asText()).isEqualTo("initialize-database");
        assertThat(failure.path("detail").asText()).contains("PostgreSQL reports", "syntax error");
        assertThat(failure.path("undone").asBoolean()).isTrue();
        assertThat(new Database(product.home()).names()).noneMatch(name -> name.startsWith("tm_no_schema"));
        tenant.hasNothingIn("a");
    }

    @Test
    void a_build_that_ends_badly_leaves_its_last_lines_once() {
        Source source = product.source("bad-build")
                .firstRelease()
                .replacingInManifest("[\"./build.sh\"]", "[\"sh\", \"-c\", \"echo the moon is missing >&2; exit 3\"]");
        Tenant tenant = product.tenant("bad-build", source);

        JsonNode failure = tenant.deploy().fails();

        assertThat(failure.path("code").asText()).isEqualTo("release.build-failed");
        assertThat(failure.path("detail").asText()).endsWith("exited with code 3");
        assertThat(failure.path("lastLines").toString()).isEqualTo("[\"the moon is missing\"]");
        assertThat(failure.path("undone").asBoolean()).isTrue();
    }

    @Test
    void a_build_that_fails_says_so_in_its_own_words() {
        Source source = product.source("no-build").firstRelease().replacingInManifest("./build.sh", "./absent.sh");
        Tenant tenant = product.tenant("no-build", source);

        JsonNode failure = tenant.deploy().fails();

        assertThat(failure.path("step").asText()).isEqualTo("copy-core-files");
        assertThat(failure.path("code").asText()).isEqualTo("release.build-failed");
        assertThat(failure.path("detail").asText()).contains("./absent.sh");
        assertThat(failure.path("undone").asBoolean()).isTrue();
        assertThat(product.home().resolve("releases"))
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(".building"));
        tenant.hasNothingIn("a");
    }
}
