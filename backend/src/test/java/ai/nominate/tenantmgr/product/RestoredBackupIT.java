package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A backup is proven by starting the whole tenant from it, and restored with a way back, also by a manager that takes over. */
@ExtendWith(OnProduct.class)
class RestoredBackupIT {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");

    private final Product product;

    RestoredBackupIT(Product product) {
        this.product = product;
    }

    @Test
    void a_backup_is_proven_restored_and_the_restore_undone() {
        Tenant tenant = product.tenant("proven", product.source("proven").firstRelease())
                .live();
        signUp(tenant, "Ada");
        String backup = backup(tenant);

        ends(
                product.api()
                        .post("/api/backups/" + backup + "/verify", Map.of(), 202)
                        .path("runId"),
                "succeeded");

        JsonNode proof = product.api()
                .get("/api/backups/" + backup + "/proofs")
                .path("items")
                .get(0);
        assertThat(proof.path("verdict").asText()).as("%s", proof).isEqualTo("proven");
        assertThat(proof.path("level").asText()).isEqualTo("L3");
        assertThat(proof.path("isSigned").asBoolean()).isTrue();
        assertThat(proof.path("evidence").asText()).contains("\"persons\":1", "\"services\":2");
        nothingIsLeft();

        signUp(tenant, "Grace");
        assertThat(persons(tenant)).isEqualTo(2);
        String restore = ask(backup, "proven");
        Deployment restoring = new Deployment(product.api(), restore);
        restoring.isInOrAfter("swap-data"); // one step of all that make endurance kills it in
        product.kill9();
        product.start();
        restoring.endsAs("succeeded", LONGEST);
        assertThat(persons(tenant)).as("as it was in the backup").isEqualTo(1);
        assertThat(tenant.status()).isEqualTo("active");

        JsonNode undo = product.api().post(tenant.path() + "/restores/" + restore + "/undo", Map.of(), 202);
        ends(undo.path("runId"), "succeeded");
        assertThat(persons(tenant)).as("as it was before the restore").isEqualTo(2);
        assertThat(product.api()
                        .get(tenant.path() + "/restores")
                        .path("items")
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("undone");
    }

    @Tag("endurance")
    @Test
    void a_restore_whose_manager_is_killed_in_any_step_goes_on() {
        Tenant tenant = product.tenant("restored", product.source("restored").firstRelease())
                .live();
        signUp(tenant, "Ada");
        String backup = backup(tenant);
        for (String step : new Deployment(product.api(), restore(backup, "restored")).steps()) {
            signUp(tenant, "Grace");
            Deployment deployment = new Deployment(product.api(), ask(backup, "restored"));
            deployment.isInOrAfter(step);
            product.kill9();
            product.start();
            deployment.endsAs("succeeded", LONGEST);
            assertThat(persons(tenant)).as("killed in %s", step).isEqualTo(1);
        }
    }

    private String backup(Tenant tenant) {
        JsonNode accepted = product.api().post(tenant.path() + "/backups", Map.of(), 202);
        ends(accepted.path("runId"), "succeeded");
        return accepted.path("backupId").asText();
    }

    private String ask(String backup, String slug) {
        Map<String, String> request = Map.of("mode", "in-place", "confirm", slug);
        return product.api()
                .post("/api/backups/" + backup + "/restore", request, 202)
                .path("runId")
                .asText();
    }

    private String restore(String backup, String slug) {
        String run = ask(backup, slug);
        new Deployment(product.api(), run).endsAs("succeeded", LONGEST);
        return run;
    }

    private void ends(JsonNode run, String status) {
        String address = "/api/runs/" + run.asText();
        eventually(
                "run " + run.asText() + " has ended",
                LONGEST,
                () -> OVER.contains(product.api().get(address).path("status").asText()));
        JsonNode view = product.api().get(address);
        assertThat(view.path("status").asText()).as("%s", view).isEqualTo(status);
    }

    private void signUp(Tenant tenant, String name) {
        String form = "name=" + name + "&email=" + name + System.nanoTime() + "%40example.org&consent=yes";
        assertThat(tenant.visitor().post("/api/persons", form).status()).isBetween(200, 399);
    }

    private static int persons(Tenant tenant) {
        return Integer.parseInt(
                tenant.visitor().ask("/api/persons/count").body().replaceAll("\\D", ""));
    }

    private void nothingIsLeft() {
        assertThat(new Database(product.home()).names()).noneMatch(name -> name.contains("__scratch_"));
        Path proofs = product.home().resolve("run/proofs");
        assertThat(Files.isDirectory(proofs) ? List.of(proofs.toFile().list()) : List.of())
                .isEmpty();
    }
}
