package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths under /q: health and the contract are public, metrics need a token, everything else is closed. */
@QuarkusTest
class HealthEndpointsTest {
    private final Api anybody = Api.anonymous();

    @Test
    void health_is_public_and_ready_means_database_and_nginx() {
        for (String kind : List.of("live", "ready", "started")) {
            assertThat(anybody.get("/q/health/" + kind).expect(200).text("status"))
                    .isEqualTo("UP");
        }
        Answer ready = anybody.get("/q/health/ready").expect(200);
        List<String> checks = new ArrayList<>();
        ready.at("checks").forEach(check -> checks.add(check.get("name").asText()));
        assertThat(checks).anyMatch(name -> name.contains("NGINX")).anyMatch(name -> name.contains("PostgreSQL"));
    }

    @Test
    void the_contract_is_public() {
        anybody.get("/q/openapi").expect(200);
        anybody.get("/q/swagger-ui/").expect(200);
    }

    @Test
    void metrics_need_a_token_on_this_machine_too_because_programs_of_tenants_run_on_it() {
        anybody.get("/q/metrics").expect(401);
        Api.anonymous().with("X-Forwarded-For", "203.0.113.7").get("/q/metrics").expect(401);

        assertThat(Api.admin().get("/q/metrics").expect(200).body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void metrics_count_routes_and_not_addresses() {
        Api.admin().get("/api/tenants/some-unknown-tenant").expect(404);

        assertThat(Api.admin().get("/q/metrics").body())
                .contains("uri=\"/api/tenants/{id}\"")
                .doesNotContain("some-unknown-tenant");
    }

    @Test
    void nothing_else_is_there() {
        for (String path : List.of(
                "/q",
                "/q/",
                "/q/dev",
                "/q/dev-ui",
                "/q/arc/beans",
                "/q/info",
                "/q/logging-manager",
                "/q/scheduler",
                "/q/health",
                "/q/health/",
                "/q/health/well",
                "/q/health/group/x",
                "/q/health-ui",
                "/q/metrics/json",
                "/q/openapi/x",
                "/q/swagger-ui-of-another")) {
            anybody.get(path).refuses(404, "request.not-found");
        }
    }
}
