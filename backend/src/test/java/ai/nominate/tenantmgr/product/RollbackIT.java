package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rollback to an earlier release under traffic. */
@ExtendWith(OnProduct.class)
class RollbackIT {
    private static final Duration WATCH = Duration.ofSeconds(8);

    private final Product product;

    RollbackIT(Product product) {
        this.product = product;
    }

    @Test
    void a_rollback_takes_seconds_loses_no_request_and_brings_the_configuration_back_with_the_release()
            throws Exception {
        Source source = product.source("backward").firstRelease();
        Tenant tenant = product.tenant("backward", source);
        tenant.configure(Map.of("CAMPAIGN_TITLE", plain("As it was")));
        Deployment first = tenant.deploy();
        first.succeeds();
        refused(tenant, first.id());
        tenant.configure(Map.of("CAMPAIGN_TITLE", plain("As it is")));
        source.secondRelease();
        Deployment second = tenant.deploy();
        second.succeeds();

        product.set("deployment.watchTime", WATCH.toSeconds() + "s");
        Traffic traffic = new Traffic(product.httpPort(), "backward.example.org");
        try (traffic) {
            goesBack(tenant.rollBack(Map.of()), tenant, Source.FIRST, "As it was");
            source.secondWithFault("exit");
            tenant.deploy().fails(); // used the idle slot, without removing a rollback target
            goesBack(tenant.rollBack(Map.of()), tenant, Source.SECOND, "As it is");
            goesBack(tenant.rollBack(Map.of("deploymentId", first.id())), tenant, Source.FIRST, "As it was");
        }

        assertThat(traffic.failures()).as("%s", traffic).isEmpty();
        assertThat(traffic.releases()).containsExactlyInAnyOrder(Source.FIRST, Source.SECOND);
        refused(tenant, first.id());
        assertThat(product.api()
                        .get("/api/deployments?kind=rollback&status=succeeded&tenant=backward")
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }

    @Tag("endurance")
    @Test
    void a_release_that_broke_with_the_past_is_not_gone_back_from() {
        Source source = product.source("breaking").firstRelease();
        Tenant tenant = product.tenant("breaking", source).live();
        source.secondRelease().replacingInManifest("engine: postgresql,", "engine: postgresql, breaking: true,");
        tenant.deploy().succeeds();

        Api.Answer refusal = product.api().send("POST", tenant.path() + "/rollback", Map.of());

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.json().path("code").asText()).isEqualTo("deployment.breaking");
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    private static void goesBack(Deployment rollback, Tenant tenant, String release, String title) {
        rollback.succeeds();
        JsonNode view = rollback.view();
        assertThat(view.path("kind").asText()).isEqualTo("rollback");
        assertThat(view.path("durationMs").asLong()
                        - rollback.step("retire-previous").path("durationMs").asLong())
                .as("until visitors see it: a release that has served before is not watched again")
                .isLessThan(WATCH.toMillis());
        assertThat(tenant.visitor().release()).isEqualTo(release);
        assertThat(tenant.visitor().ask("/").body()).contains(title);
    }

    private void refused(Tenant tenant, String deployment) {
        Api.Answer refusal =
                product.api().send("POST", tenant.path() + "/rollback", Map.of("deploymentId", deployment));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.json().path("code").asText()).isEqualTo("deployment.no-target");
    }

    private static Map<String, Object> plain(String value) {
        return Map.of("value", value, "secret", false);
    }
}
