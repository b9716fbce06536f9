package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Start, stop and restart are runs; a restart goes through the other slot. */
@ExtendWith(OnProduct.class)
class RestartIT {
    private static final String REFUSED = "OLD_MAILER";
    private final Product product;

    RestartIT(Product product) {
        this.product = product;
    }

    @Test
    void a_configuration_that_cannot_start_leaves_the_tenant_serving_and_the_run_says_why() {
        Tenant tenant = strict("steady");
        String live = tenant.view().at("/slots/live").asText();
        tenant.configure(Map.of(REFUSED, plain("yes")));
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment restart = tenant.asks("restart");
            JsonNode failure = restart.fails();

            assertThat(failure.path("code").asText()).isEqualTo("service.ended");
            assertThat(failure.path("step").asText()).isEqualTo("verify-health");
            assertThat(failure.path("undone").asBoolean()).isTrue();
            assertThat(failure.path("lastLines").toString()).contains(REFUSED + " is not supported");
            onlooker.sawNothing();
        }
        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.view().at("/slots/live").asText()).isEqualTo(live);
        assertThat(tenant.view().at("/config/restartRequired").asBoolean()).isTrue();
        assertThat(tenant.view().at("/latestDeployment/kind").asText()).isEqualTo("deploy");
    }

    @Test
    void a_restart_loses_no_request_and_applies_the_configuration() throws Exception {
        Tenant tenant =
                product.tenant("brisk", product.source("brisk").firstRelease()).live();
        tenant.configure(Map.of("CAMPAIGN_TITLE", plain("Anew")));
        Traffic traffic = new Traffic(product.httpPort(), "brisk.example.org");
        try (traffic) {
            tenant.asks("restart").succeeds();
        }

        assertThat(traffic.failures()).as("%s", traffic).isEmpty();
        assertThat(tenant.visitor().ask("/").body()).contains("Anew");
        assertThat(tenant.view().at("/config/restartRequired").asBoolean()).isFalse();

        Deployment back = tenant.rollBack(Map.of());
        back.succeeds();
        assertThat(tenant.visitor().ask("/").body())
                .as("the configuration of the last deployment")
                .doesNotContain("Anew");
    }

    @Tag("endurance")
    @Test
    void a_start_takes_the_configuration_that_the_tenant_was_stopped_with() {
        Tenant tenant = strict("asleep");
        tenant.configure(Map.of(REFUSED, plain("yes")));

        tenant.asks("stop").succeeds();
        assertThat(tenant.status()).isEqualTo("stopped");
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(503);
        assertThat(tenant.services(tenant.view().at("/slots/live").asText()))
                .allSatisfy(
                        service -> assertThat(service.path("state").asText()).isEqualTo("stopped"));
        assertThat(product.api().send("POST", tenant.path() + "/stop", null).status())
                .isEqualTo(409);

        assertThat(tenant.asks("restart").fails().path("code").asText()).isEqualTo("service.ended");
        assertThat(tenant.status()).isEqualTo("stopped");
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(503);

        tenant.asks("start").succeeds();
        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(200);
    }

    @Tag("endurance")
    @Test
    void a_client_that_prefers_to_wait_gets_the_end_of_the_run() {
        Tenant tenant = strict("awaited");
        Map<String, String> waits = Map.of("Prefer", "wait=100", "Idempotency-Key", "stop-it");

        Api.Answer stopped = product.api().send("POST", tenant.path() + "/stop", null, waits);

        assertThat(stopped.status()).as("%s", stopped.json()).isEqualTo(200);
        assertThat(stopped.json().path("kind").asText()).isEqualTo("stop");
        assertThat(stopped.json().path("status").asText()).isEqualTo("succeeded");
        assertThat(tenant.status()).isEqualTo("stopped");
        Api.Answer again = product.api().send("POST", tenant.path() + "/stop", null, waits);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id")).isEqualTo(stopped.json().path("id"));

        assertThat(product.api()
                        .send("POST", tenant.path() + "/start", null, Map.of("Prefer", "wait=100"))
                        .status())
                .isEqualTo(200);
        tenant.configure(Map.of(REFUSED, plain("yes")));
        Api.Answer failed = product.api().send("POST", tenant.path() + "/restart", null, Map.of("Prefer", "wait=100"));
        assertThat(failed.status()).isEqualTo(409);
        assertThat(failed.json().path("code").asText()).isEqualTo("service.ended");
        assertThat(failed.json().path("deploymentId").asText()).isNotEmpty();
    }

    private Tenant strict(String slug) {
        return product.tenant(slug, product.source(slug).firstRelease().refusingToStartWith(REFUSED))
                .live();
    }

    private static Map<String, Object> plain(String value) {
        return Map.of("value", value, "secret", false);
    }
}
