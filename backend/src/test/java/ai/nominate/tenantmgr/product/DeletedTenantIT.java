package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What remains of a deleted tenant, and of an interrupted delete. */
@ExtendWith(OnProduct.class)
class DeletedTenantIT {
    private static final int BYTES = 100_000;
    private final Product product;

    DeletedTenantIT(Product product) {
        this.product = product;
    }

    @Test
    void nothing_is_left_but_its_history_and_all_that_it_had_can_be_had_again() {
        Tenant tenant = live("gone-one");
        JsonNode before = tenant.view();

        Deployment deletion = tenant.delete("?removeFiles=true&removeDatabase=true");
        deletion.succeeds();

        nothingIsLeft("gone-one");
        assertThat(kept("gone-one")).isEmpty();
        assertThat(databases("gone_one")).isEmpty();
        assertThat(deletion.view().path("kind").asText()).isEqualTo("delete");
        assertThat(deletion.said()).contains("Tenant deleted", "Database and role dropped");
        assertThat(history("gone-one")).isEqualTo(2);
        assertThat(history(before.path("id").asText())).isEqualTo(2);
        product.api()
                .post(
                        "/api/tenants",
                        Map.of(
                                "name", "Another",
                                "slug", "gone-one",
                                "domain", "gone-one.example.org",
                                "ports",
                                        Map.of(
                                                "frontend",
                                                        before.at("/ports/frontend")
                                                                .asInt(),
                                                "backend",
                                                        before.at("/ports/backend")
                                                                .asInt())),
                        201);
    }

    @Tag("endurance")
    @Test
    void what_is_kept_is_named_in_the_log_and_no_later_tenant_of_the_name_gets_it() throws IOException {
        Tenant tenant = live("kept-one");
        Files.writeString(product.home().resolve("tenants/kept-one/storage/uploads/letter.txt"), "hers");

        Deployment deletion = tenant.delete("");
        deletion.succeeds();

        nothingIsLeft("kept-one");
        assertThat(databases("kept_one")).singleElement().asString().startsWith("tm_kept_one__kept_");
        assertThat(kept("kept-one"))
                .singleElement()
                .satisfies(place ->
                        assertThat(place.resolve("storage/uploads/letter.txt")).hasContent("hers"));
        assertThat(String.join("\n", deletion.said()))
                .contains(
                        databases("kept_one").getFirst(),
                        kept("kept-one").getFirst().toString());
        Tenant next = live("kept-one");
        assertThat(next.visitor().ask("/api/persons/count").body()).contains("0");
        assertThat(product.home().resolve("tenants/kept-one/storage/uploads")).isEmptyDirectory();
        assertThat(databases("kept_one")).hasSize(2);
    }

    @Test
    void one_that_failed_half_way_goes_on_when_it_is_asked_again() throws IOException {
        Tenant tenant = live("twice-gone");
        Path kept = product.home().resolve("kept");
        Path aside = product.home().resolve("kept.aside");
        if (Files.exists(kept)) {
            Files.move(kept, aside);
        }
        Files.writeString(kept, "in the way");

        JsonNode failure = tenant.delete("").fails();

        assertThat(failure.path("step").asText()).isEqualTo("remove-files");
        assertThat(failure.path("undone").asBoolean()).isFalse();
        assertThat(tenant.status()).isEqualTo("failed");
        assertThat(tenant.visitor().ask("/").status()).isEqualTo(404);
        Files.delete(kept);
        if (Files.exists(aside)) {
            Files.move(aside, kept);
        }
        tenant.delete("").succeeds();
        nothingIsLeft("twice-gone");
        assertThat(databases("twice_gone")).singleElement().asString().contains("__kept_");
        assertThat(kept("twice-gone")).hasSize(1);
    }

    @Tag("endurance")
    @Test
    void one_whose_manager_is_killed_goes_on_with_the_next() throws Exception {
        Tenant tenant = live("cut-off");
        product.set("deployment.drainTimeout", "30s");
        LongAnswer download = LongAnswer.begun(
                product.httpPort(), "cut-off.example.org", "/api/download?seconds=10&bytes=" + BYTES, "*/*");

        Deployment deletion = tenant.delete("?removeFiles=true&removeDatabase=true");
        deletion.reaches("stop-services");
        product.kill9();
        product.start();
        assertThat(tenant.status()).isEqualTo("deleting");

        deletion.succeeds();
        assertThat(download.whole(Duration.ofSeconds(5)))
                .as("what a visitor had begun")
                .hasSize(BYTES);
        assertThat(deletion.said()).contains("The manager was restarted; the run resumes");
        nothingIsLeft("cut-off");
        assertThat(databases("cut_off")).isEmpty();
    }

    private Tenant live(String slug) {
        return product.tenant(slug, product.source(slug).firstRelease()).live();
    }

    private void nothingIsLeft(String slug) {
        assertThat(product.api().send("GET", "/api/tenants/" + slug, null).status())
                .isEqualTo(404);
        assertThat(product.visitor(slug + ".example.org").ask("/").status()).isEqualTo(404);
        for (String slot : List.of("a", "b")) {
            assertThat(Machine.processesOfSlot(product.home(), slug, slot)).isEmpty();
        }
        assertThat(product.home().resolve("tenants").resolve(slug)).doesNotExist();
        for (String place : List.of("run/units", "nginx/current")) {
            assertThat(files(product.home().resolve(place)))
                    .as("files in %s", place)
                    .noneMatch(file -> file.getFileName().toString().startsWith(slug + "."))
                    .noneMatch(file -> read(file).contains(slug + ".example.org"));
        }
    }

    private int history(String tenant) {
        return product.api()
                .get("/api/deployments?tenant=" + tenant)
                .path("total")
                .asInt();
    }

    private List<Path> kept(String slug) {
        Path all = product.home().resolve("kept");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> places = Files.list(all)) {
            return places.filter(place -> place.getFileName().toString().startsWith(slug + "-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> databases(String name) {
        return new Database(product.home())
                .names().stream()
                        .filter(database -> database.startsWith("tm_" + name))
                        .toList();
    }

    private static List<Path> files(Path directory) {
        try {
            return HomeFiles.below(directory.toRealPath()).stream()
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
