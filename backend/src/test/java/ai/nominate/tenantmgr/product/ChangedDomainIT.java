package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant gets another domain under traffic. */
@ExtendWith(OnProduct.class)
class ChangedDomainIT {
    private static final String OLD = "moving.example.org";
    private static final String NEW = "moved.example.org";
    private final Product product;

    ChangedDomainIT(Product product) {
        this.product = product;
    }

    @Test
    void the_new_domain_answers_before_the_old_one_leads_to_it_and_nobody_notices() throws Exception {
        Tenant tenant = product.tenant("moving", product.source("moving").firstRelease())
                .live();
        JsonNode before = tenant.view();
        List<String> seen = new CopyOnWriteArrayList<>();
        Onlooking onlooking = new Onlooking(seen);
        JsonNode after;
        try (onlooking) {
            after = change(tenant, NEW, List.of());
        }

        assertThat(onlooking.faults).isEmpty();
        assertThat(seen).startsWith("200 404").endsWith("308 200").contains("200 200");
        assertThat(location("/api/campaign?x=1"))
                .isEqualTo("http://" + NEW + ":" + product.httpPort() + "/api/campaign?x=1");
        assertThat(after.path("domain").asText()).isEqualTo(NEW);
        assertThat(texts(after.path("aliases"))).containsExactly(OLD);
        assertThat(after.at("/certificate/serial")).isNotEqualTo(before.at("/certificate/serial"));
        assertThat(after.at("/config/restartRequired").asBoolean()).isFalse();
        String live = tenant.view().at("/slots/live").asText();
        assertThat(Machine.environment(
                        tenant.services(live).getFirst().path("pid").asLong()))
                .containsEntry("TENANT_DOMAIN", NEW);
        tenant.deploy().succeeds();
        assertThat(product.visitor(OLD).ask("/").status())
                .as("after a deployment")
                .isEqualTo(308);

        assertThat(texts(change(tenant, NEW, List.of(OLD)).path("aliases"))).containsExactly(OLD);
        assertThat(product.visitor(OLD).ask("/").status())
                .as("sent back as it was shown")
                .isEqualTo(308);
        assertThat(change(tenant, NEW, List.of()).path("aliases")).isEmpty();
        assertThat(product.visitor(OLD).ask("/").status()).isEqualTo(404);
        assertThat(product.visitor(NEW).release()).isEqualTo(Source.FIRST);
    }

    @Tag("endurance")
    @Test
    void a_stopped_tenant_may_move_to_another_domain_and_to_other_ports() {
        Tenant tenant =
                product.tenant("quiet", product.source("quiet").firstRelease()).live();
        JsonNode ports = tenant.view().path("ports");
        Map<String, Integer> others = Map.of(
                "frontend",
                ports.path("frontend").asInt() + 200,
                "backend",
                ports.path("backend").asInt() + 200);
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "Quiet", "domain", "quieter.example.org"));
        wanted.put("source", source(tenant));
        wanted.put("ports", others);
        assertThat(product.api().send("PUT", tenant.path(), wanted).reason("ports"))
                .contains("stopped");
        assertThat(tenant.view().path("domain").asText()).isEqualTo("quiet.example.org");
        tenant.asks("stop").succeeds();

        Deployment.accepted(product.api(), product.api().send("PUT", tenant.path(), wanted))
                .succeeds();

        assertThat(product.visitor("quieter.example.org").ask("/").status()).isEqualTo(503);
        tenant.asks("start").succeeds();
        assertThat(product.visitor("quieter.example.org").release()).isEqualTo(Source.FIRST);
        assertThat(tenant.view().at("/ports/frontend").asInt()).isEqualTo(others.get("frontend"));
        assertThat(FreePorts.isFree(ports.path("frontend").asInt())).isTrue();
    }

    private JsonNode change(Tenant tenant, String domain, List<String> aliases) {
        Map<String, Object> wanted =
                Map.of("name", "Moving", "domain", domain, "aliases", aliases, "source", source(tenant));
        Api.Answer answer = product.api().send("PUT", tenant.path(), wanted);
        if (answer.status() != 200) { // nothing to do when the names are what they were
            Deployment.accepted(product.api(), answer).succeeds();
        }
        return tenant.view();
    }

    private static Map<String, String> source(Tenant tenant) {
        return Map.of(
                "kind",
                "directory",
                "location",
                tenant.view().at("/source/location").asText());
    }

    private String location(String path) throws IOException {
        Wire wire = new Wire(product.httpPort(), OLD, Duration.ofSeconds(5));
        String location = wire.get(path, "Connection: close").headers().get("location");
        wire.close();
        return location;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Requests the old name, then the new one, repeatedly: a redirect must lead to a working site. */
    private final class Onlooking implements AutoCloseable {
        final List<String> faults = new CopyOnWriteArrayList<>();
        private final List<String> seen;
        private final Thread thread = Thread.ofPlatform().unstarted(this::look);
        private volatile boolean goesOn = true;

        Onlooking(List<String> seen) {
            this.seen = seen;
            thread.start();
        }

        private void look() {
            boolean leads = false;
            boolean last;
            do {
                last = !goesOn;
                int old = product.visitor(OLD).ask("/").status();
                int now = product.visitor(NEW).ask("/").status();
                leads |= old == 308;
                seen.add(old + " " + now);
                if (old != 200 && old != 308 || now != 200 && (leads || now != 404)) {
                    faults.add(old + " " + now);
                }
            } while (!last);
        }

        @Override
        public void close() throws InterruptedException {
            goesOn = false;
            thread.join();
        }
    }
}
