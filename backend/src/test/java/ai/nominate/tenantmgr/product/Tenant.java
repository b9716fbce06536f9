package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One tenant of the product, observed from outside. */
final class Tenant {
    private final Product product;
    private final String slug;

    private Tenant(Product product, String slug) {
        this.product = product;
        this.slug = slug;
    }

    static Tenant made(Product product, String slug, Map<String, String> source) {
        Map<String, Object> wanted = Map.of(
                "name",
                "The " + slug + " campaign",
                "slug",
                slug,
                "domain",
                slug + ".example.org",
                "source",
                source,
                "config",
                Map.of("adminEmail", "admin@example.org"));
        product.api().post("/api/tenants", wanted, 201);
        return new Tenant(product, slug);
    }

    /** The tenant with a live first release. */
    Tenant live() {
        deploy().succeeds();
        return this;
    }

    /** Requests a deployment, which must be accepted. */
    Deployment deploy() {
        return accepted(askToDeploy(Map.of()));
    }

    Deployment deploy(String ref) {
        return accepted(askToDeploy(Map.of("ref", ref)));
    }

    Api.Answer askToDeploy(Map<String, String> request) {
        return product.api().send("POST", "/api/tenants/" + slug + "/deploy", request);
    }

    Deployment rollBack(Map<String, String> request) {
        return accepted(product.api().send("POST", path() + "/rollback", request));
    }

    /** @param query such as {@code ?removeFiles=true}, or empty */
    Deployment delete(String query) {
        return accepted(product.api().send("DELETE", path() + query, null));
    }

    /** @param verb start, stop or restart; must be accepted */
    Deployment asks(String verb) {
        return accepted(product.api().send("POST", path() + "/" + verb, null));
    }

    /** Replaces its configuration; the administrator is kept. */
    JsonNode configure(Map<String, ?> env) {
        return product.api().put(path() + "/config", Map.of("adminEmail", "admin@example.org", "env", env));
    }

    String path() {
        return "/api/tenants/" + slug;
    }

    JsonNode view() {
        return product.api().get("/api/tenants/" + slug);
    }

    String status() {
        return view().path("status").asText();
    }

    Visitor visitor() {
        return product.visitor(slug + ".example.org");
    }

    /** The services of one slot. */
    List<JsonNode> services(String slot) {
        List<JsonNode> services = new ArrayList<>();
        product.api().get("/api/tenants/" + slug + "/services").path("items").forEach(services::add);
        return services.stream()
                .filter(service -> service.path("slot").asText().equals(slot))
                .toList();
    }

    /** The idle slot. */
    String idleSlot() {
        return view().at("/slots/live").asText().equals("a") ? "b" : "a";
    }

    /** The slot is empty and has no processes. */
    void hasNothingIn(String slot) {
        assertThat(view().at("/slots/" + slot + "/status").asText()).isEqualTo("empty");
        assertThat(Machine.processesOfSlot(product.home(), slug, slot)).isEmpty();
        assertThat(services(slot))
                .allSatisfy(
                        service -> assertThat(service.path("state").asText()).isIn("stopped", "failed"));
        Path files = product.home().resolve("tenants").resolve(slug);
        assertThat(Stream.of(slot + ".env", slot + ".backend", slot + ".frontend", "slots/" + slot)
                        .map(files::resolve))
                .noneMatch(file -> Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS));
        assertThat(ports(slot)).as("free ports").allMatch(FreePorts::isFree);
        assertThat(new Database(product.home()).names())
                .as("databases")
                .doesNotContain("tm_" + slug.replace('-', '_') + "__new");
    }

    private List<Integer> ports(String slot) {
        JsonNode ports = slot.equals("a") ? view().path("ports") : view().at("/ports/standby");
        return List.of(ports.path("frontend").asInt(), ports.path("backend").asInt());
    }

    private Deployment accepted(Api.Answer answer) {
        assertThat(answer.status()).as("accepted: %s", answer.json()).isEqualTo(202);
        return new Deployment(product.api(), answer.json().path("deploymentId").asText());
    }
}
