package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two managers on one database, for two servers: each answers for both and touches its own. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES) // a lease has to run out
class TwoServersIT {
    /** Longer than a lease and db-scheduler's patience with a dead scheduler. */
    private static final Duration LEASE_OVER = Duration.ofSeconds(60);

    private final Product product;
    private final FurtherManager second;
    private Source source;

    TwoServersIT(Product product) {
        this.product = product;
        this.second = FurtherManager.ofServer(product, "second");
    }

    @BeforeAll
    void a_tenant_on_each_server() {
        second.start();
        source = product.source("two-servers").firstRelease();
        product.tenant("north", source).live();
        second.api().post("/api/tenants", tenant("south"), 201);
        deploy(product.api(), "south").succeeds(); // asked of the other server's manager
    }

    @AfterAll
    void end() {
        second.close();
    }

    @Test
    void each_manager_shows_the_tenants_and_services_of_both() {
        for (Api api : List.of(product.api(), second.api())) {
            assertThat(slugs(api)).contains("north", "south");
            for (String slug : List.of("north", "south")) {
                JsonNode services =
                        api.get("/api/tenants/" + slug + "/services").path("items");
                List<String> live = new ArrayList<>();
                for (JsonNode service : services) {
                    if (service.path("live").asBoolean()) {
                        live.add(service.path("state").asText());
                    }
                }
                assertThat(live)
                        .as("states of the services that visitors of %s use", slug)
                        .isNotEmpty()
                        .containsOnly("running");
                assertThat(api.get("/api/tenants/" + slug).path("checks")).isNotEmpty();
            }
        }
    }

    @Test
    void each_touches_its_own_machine_only() {
        assertThat(files(product.home())).contains("north").doesNotContain("south");
        assertThat(files(second.home())).contains("south").doesNotContain("north");
        assertThat(services(product.home(), "south")).isEmpty();
        assertThat(services(second.home(), "south")).isNotEmpty();
        assertThat(services(second.home(), "north")).isEmpty();
        assertThat(product.visitor("north.example.org").ask("/").status()).isEqualTo(200);
        assertThat(product.visitor("south.example.org").ask("/").status()).isEqualTo(404);
        assertThat(new Visitor(second.httpPort(), "south.example.org").ask("/").status())
                .isEqualTo(200);
        assertThat(new Visitor(second.httpPort(), "north.example.org").ask("/").status())
                .isEqualTo(404);
    }

    @Test
    void services_are_stopped_and_started_through_the_other_servers_manager() {
        Deployment.accepted(product.api(), product.api().send("POST", "/api/tenants/south/stop", Map.of()))
                .succeeds();

        assertThat(product.api().get("/api/tenants/south").path("status").asText())
                .isEqualTo("stopped");
        assertThat(services(second.home(), "south")).isEmpty();
        assertThat(product.api()
                        .send("POST", "/api/tenants/south/stop", Map.of())
                        .status())
                .as("the refusal comes through as it is")
                .isEqualTo(409);
        Deployment.accepted(product.api(), product.api().send("POST", "/api/tenants/south/start", Map.of()))
                .succeeds();
        assertThat(new Visitor(second.httpPort(), "south.example.org").ask("/").status())
                .isEqualTo(200);
    }

    @Test
    void a_name_is_given_to_a_tenant_through_the_other_servers_manager() {
        Map<String, Object> change = Map.of(
                "name",
                "South",
                "domain",
                "south.example.org",
                "aliases",
                List.of("deep-south.example.org"),
                "source",
                source.asTenantSource());

        Api.Answer accepted = product.api().send("PUT", "/api/tenants/south", change);

        assertThat(accepted.status()).as("%s", accepted.json()).isEqualTo(202);
        new Deployment(product.api(), accepted.json().path("deploymentId").asText()).succeeds();
        assertThat(new Visitor(second.httpPort(), "deep-south.example.org")
                        .ask("/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void each_server_has_its_own_port_range() {
        JsonNode before = second.api().get("/api/settings/port.range");
        product.set(
                "port.range",
                product.api().get("/api/settings/port.range").path("value").asText());
        try {
            assertThat(product.api()
                            .get("/api/settings/port.range")
                            .path("isSet")
                            .asBoolean())
                    .isTrue();
            assertThat(second.api().get("/api/settings/port.range")).isEqualTo(before);
        } finally {
            product.set("port.range", null);
        }
    }

    @Test
    void foreign_ports_and_blocks_of_the_other_server_are_shown_by_its_name() {
        JsonNode blocks = product.api().get("/api/ports?server=second").path("items");

        List<String> owners = new ArrayList<>();
        blocks.forEach(block -> owners.add(block.at("/tenant/slug").asText()));
        assertThat(owners).contains("south").doesNotContain("north");
        assertThat(product.api().send("GET", "/api/ports?server=nowhere", null).status())
                .isEqualTo(404);
    }

    @Tag("endurance")
    @Test
    void runs_of_a_killed_manager_wait_for_it_and_are_never_taken_up_by_the_other() {
        Gate gate = source.secondRelease().gateBeforeBuild();
        Deployment deployment = deploy(second.api(), "south");
        eventually("the build has begun", () -> gate.begun() == 1);
        Deployment seen = new Deployment(product.api(), deployment.id());
        second.kill9();
        try {
            eventually("its lease has run out", LEASE_OVER, () -> isAway("second"));
            Api.Answer away = product.api().send("GET", "/api/tenants/south/services", null);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.json().path("code").asText()).isEqualTo("server.away");
            assertThat(product.api().get("/api/tenants/south").path("checks")).isEmpty();
            Database database = new Database(product.home());
            String heartbeat = "select coalesce(last_heartbeat < now() - interval '30 seconds', true) "
                    + "from scheduled_tasks where task_instance = '" + deployment.id() + "'";
            eventually(
                    "its job has been dead for long",
                    LEASE_OVER,
                    () -> database.value(heartbeat).equals("t"));

            assertThat(seen.view().path("status").asText()).isEqualTo("running");
            assertThat(database.value("select epoch from run where id = '" + deployment.id() + "'"))
                    .isEqualTo("1");
            assertThat(gate.begun()).isEqualTo(1);
            assertThat(new Visitor(second.httpPort(), "south.example.org")
                            .ask("/")
                            .status())
                    .as("its tenants go on serving")
                    .isEqualTo(200);
        } finally {
            second.start();
        }
        eventually("the build is begun again, by its own manager", () -> gate.begun() == 2);
        gate.open();
        seen.succeeds();
    }

    @Test
    void with_other_keys_a_home_is_refused_with_the_name_of_the_file() throws IOException {
        try (FurtherManager third = FurtherManager.ofServer(product, "third")) {
            Files.delete(third.home().resolve("keys/secrets.json"));

            assertThat(third.refusesToStart()).isEqualTo(78);
            assertThat(third.said("Copy keys/secrets.json from the home of the manager that uses this database"))
                    .isTrue();
            assertThat(third.said("\tat ai.nominate")).isFalse();
            third.copyKeys();
            Files.delete(third.home().resolve("keys/jwt.json"));
            assertThat(third.refusesToStart()).isEqualTo(78);
            assertThat(third.said("keys/jwt.json is missing")).isTrue();
        }
    }

    private static List<Long> services(Path home, String slug) {
        List<Long> both = new ArrayList<>(Machine.processesOfSlot(home, slug, "a"));
        both.addAll(Machine.processesOfSlot(home, slug, "b"));
        return both;
    }

    private boolean isAway(String server) {
        return new Database(product.home())
                .value("select lease_until < clock_timestamp() from server where name = '" + server + "'")
                .equals("t");
    }

    private Map<String, Object> tenant(String slug) {
        return Map.of(
                "name",
                "The " + slug + " campaign",
                "slug",
                slug,
                "domain",
                slug + ".example.org",
                "source",
                source.asTenantSource(),
                "config",
                Map.of("adminEmail", "admin@example.org"));
    }

    private static Deployment deploy(Api api, String slug) {
        JsonNode accepted = api.post("/api/tenants/" + slug + "/deploy", Map.of(), 202);
        return new Deployment(api, accepted.path("deploymentId").asText());
    }

    private static List<String> slugs(Api api) {
        List<String> slugs = new ArrayList<>();
        api.get("/api/tenants?size=200")
                .path("items")
                .forEach(item -> slugs.add(item.path("slug").asText()));
        return slugs;
    }

    private static List<String> files(Path home) {
        try (var entries = Files.list(home.resolve("tenants"))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
