package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of faulty release, and its effect while the old one serves. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RedeployWithFaultIT {
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    private final Product product;
    private Source source;
    private Tenant tenant;
    private Tenant mortal;

    RedeployWithFaultIT(Product product) {
        this.product = product;
    }

    /** One release crashes after a minute, so it is deployed first and checked last. */
    @BeforeAll
    void two_tenants_are_live() {
        mortal = product.tenant("mortal", product.source("mortal").secondWithFault("die-after-60s"));
        mortal.live();
        source = product.source("faulty").firstRelease();
        tenant = product.tenant("faulty", source).live();
    }

    /** It would keep crashing and change the state that other tests check. */
    @AfterAll
    void the_mortal_one_is_stopped() {
        assertThat(product.api().send("POST", "/api/tenants/mortal/stop", null).status())
                .isEqualTo(202);
    }

    /**
     * @param code the problem code of the failure
     * @param sentence the failure's detail
     * @param ownWords the last output line of the service
     */
    record Fault(String word, String code, String sentence, String ownWords) {
        @Override
        public String toString() {
            return word;
        }
    }

    static Stream<Fault> endedServices() {
        String sentence = "Service backend exited with code 1 during the health check";
        return Stream.of(
                new Fault("exit", "service.ended", sentence, "the campaign refuses to start"),
                new Fault("die-after-3s", "service.ended", sentence, "the campaign dies"));
    }

    static Stream<Fault> unhealthyServices() {
        return Stream.of(
                new Fault("silent", "service.silent", "nothing listens on port", "nothing will listen here"),
                new Fault("500", "service.unhealthy", "/api/health answers 500", "INFO"));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("endedServices")
    void a_release_whose_service_ends_is_put_back_and_no_visitor_notices(Fault fault) {
        isPutBackUnnoticed(fault);
    }

    @Tag("endurance")
    @Order(1)
    @ParameterizedTest
    @MethodSource("unhealthyServices")
    void a_release_whose_service_is_unhealthy_is_put_back_and_no_visitor_notices(Fault fault) {
        isPutBackUnnoticed(fault);
    }

    private void isPutBackUnnoticed(Fault fault) {
        source.secondWithFault(fault.word());
        product.set("deployment.watchTime", fault.word().startsWith("die") ? "5s" : "1s");
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            JsonNode failure = deployment.endsAs("failed", DEADLINE).path("failure");

            assertThat(failure.path("step").asText()).isEqualTo("verify-health");
            assertThat(failure.path("code").asText()).isEqualTo(fault.code());
            assertThat(failure.path("detail").asText()).contains(fault.sentence());
            assertThat(failure.path("undone").asBoolean())
                    .as("its migration stays")
                    .isFalse();
            assertThat(failure.path("detail").asText()).contains("changed in the database stays");
            assertThat(failure.path("lastLines").toString()).contains(fault.ownWords());
            assertThat(deployment.said())
                    .anyMatch(text -> text.contains(fault.sentence()))
                    .anyMatch(text -> text.contains(fault.ownWords()))
                    .contains("All other changes were undone");
            assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
            onlooker.sawNothing();
        }
        tenant.hasNothingIn("b");
        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
    }

    @Tag("endurance")
    @Order(2)
    @Test
    void a_slow_migration_is_waited_for() {
        source.secondWithFault("slow-migrate");
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            deployment.succeeds();

            assertThat(deployment.said()).anyMatch(text -> text.contains("migrating slowly second=8 of=8"));
            onlooker.sawNothing();
        }
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    @Order(3)
    @Test
    void a_migration_that_is_too_slow_fails_at_the_limit_that_the_log_states() {
        source.secondWithFault("slow-migrate").replacingInManifest("LOCALE: en", "LOCALE: de");
        String slot = tenant.idleSlot();
        product.set("deployment.migrateTimeout", "5s");
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            JsonNode failure = deployment.fails();

            assertThat(failure.path("code").asText()).isEqualTo("deployment.migrate-timed-out");
            assertThat(failure.path("detail").asText())
                    .matches(
                            "The migration was stopped after 5 s \\(setting deployment.migrateTimeout\\). What the migration of "
                                    + "release r\\w+ changed in the database stays.");
            assertThat(failure.path("lastLines").toString()).contains("migrating slowly");
            assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
            onlooker.sawNothing();
        } finally {
            product.set("deployment.migrateTimeout", null);
        }
        tenant.hasNothingIn(slot);
    }

    @Order(4)
    @Test
    void a_flood_of_lines_is_cut_at_the_limit_that_the_log_states() {
        source.secondWithFault("flood");
        product.set("deployment.logLines", "2000");
        Deployment deployment = tenant.deploy();
        try {
            deployment.succeeds();
        } finally {
            product.set("deployment.logLines", null);
        }

        assertThat(deployment.log()).hasSizeBetween(2_000, 2_100);
        assertThat(deployment.said())
                .anyMatch(text -> text.endsWith("more lines of output were dropped: the limit is 2000 lines and 64 MiB"
                        + " per run (settings deployment.logLines and deployment.logSizeMiB)"));
    }

    @Order(5)
    @Test
    void what_a_release_forks_ends_with_it() {
        String slot = "a".equals(tenant.view().at("/slots/live").asText()) ? "b" : "a";
        source.secondWithFault("fork-bomb");
        tenant.deploy().succeeds();
        assertThat(Machine.processesOfSlot(product.home(), "faulty", slot)).hasSizeGreaterThan(64);

        source.firstRelease();
        tenant.deploy().succeeds();

        assertThat(Machine.processesOfSlot(product.home(), "faulty", slot)).isEmpty();
    }

    @Order(6)
    @Test
    void a_release_that_dies_when_it_is_live_is_started_again_and_its_page_says_so() {
        eventually(
                "the backend was started again",
                Duration.ofSeconds(75),
                () -> backend().path("restarts").asInt() >= 1);
        assertThat(backend().path("lastExit").asInt()).isEqualTo(1);
        eventually("the backend runs", () -> backend().path("state").asText().equals("running"));
        eventually("the site answers", () -> mortal.visitor().ask("/api/health").status() == 200);

        assertThat(mortal.status()).isEqualTo("active");
        eventually("the page of the tenant says that it serves, and how often it was started", () -> {
            String sentence = "Service backend is running, restarted automatically "
                    + backend().path("restarts").asInt() + " time(s), last exit code 1";
            JsonNode page = mortal.view();
            // One that crashes every minute is unsteady, and degraded although it runs.
            return List.of("healthy", "degraded").contains(page.path("health").asText())
                    && page.path("checks").toString().contains(sentence);
        });
    }

    @Order(7)
    @Test
    void a_tenant_that_serves_is_checked_in_every_way_and_one_that_is_stopped_is_not() {
        String health = tenant.path() + "/health";
        List<String> seen = new ArrayList<>();
        eventually("its site and its services are healthy", Duration.ofSeconds(75), () -> {
            JsonNode checks = product.api()
                    .post(tenant.path() + "/health-check", Map.of(), 200)
                    .path("checks");
            seen.clear();
            checks.forEach(check -> seen.add(
                    check.path("kind").asText() + " " + check.path("health").asText()));
            return seen.containsAll(
                    List.of("frontend healthy", "backend healthy", "service healthy", "database healthy"));
        });
        assertThat(seen).hasSize(6);
        assertThat(product.api().get(health + "/history?resolution=5m").at("/checks"))
                .hasSize(6);

        tenant.asks("stop").succeeds();

        eventually(
                "its checks are gone",
                () -> product.api().get(health).path("checks").isEmpty());
        assertThat(product.api().get(health).path("health").asText()).isEqualTo("unknown");
        tenant.asks("start").succeeds();
        eventually(
                "visitors are served again",
                Duration.ofSeconds(75),
                () -> List.of("healthy", "degraded")
                        .contains(tenant.view().path("health").asText()));
    }

    private JsonNode backend() {
        return mortal.services("a").stream()
                .filter(service -> service.path("service").asText().equals("backend"))
                .findFirst()
                .orElseThrow();
    }
}
