package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live release cannot work with the migrated database: visitors get the maintenance page and never an error. */
@ExtendWith(OnProduct.class)
class BreakingMigrationIT {
    private final Product product;

    BreakingMigrationIT(Product product) {
        this.product = product;
    }

    @Test
    void a_breaking_release_goes_live_after_a_backup_and_is_not_rolled_back() throws Exception {
        Source source = product.source("parting").firstRelease();
        Tenant tenant = product.tenant("parting", source).live();
        source.secondRelease().replacingInManifest("engine: postgresql,", "engine: postgresql, breaking: true,");
        Visits visits = new Visits(tenant.visitor());
        Deployment deployment;
        try (visits) {
            deployment = tenant.deploy();
            deployment.succeeds();
        }

        assertThat(visits.seen).containsExactly(200, 503);
        assertThat(deployment.step("backup").path("status").asText()).isEqualTo("done");
        JsonNode backups = product.api()
                .send("GET", tenant.path() + "/backups", null)
                .json()
                .path("items");
        assertThat(backups.size()).isEqualTo(1);
        assertThat(backups.path(0).path("reason").asText()).isEqualTo("before-migration");
        assertThat(backups.path(0).path("state").asText()).isEqualTo("complete");
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
        assertThat(product.api()
                        .send("POST", tenant.path() + "/rollback", Map.of())
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("deployment.breaking");
        Deployment again = tenant.deploy();
        again.succeeds();
        assertThat(again.step("backup").path("status").asText())
                .as("its migration has run")
                .isEqualTo("skipped");
    }

    @Tag("endurance")
    @Test
    void a_breaking_release_that_fails_leaves_the_database_and_the_site_as_they_were() throws Exception {
        Source source = product.source("returning").firstRelease();
        Tenant tenant = product.tenant("returning", source).live();
        source.secondWithFault("exit")
                .replacingInManifest("engine: postgresql,", "engine: postgresql, breaking: true,");
        Visits visits = new Visits(tenant.visitor());
        Deployment deployment;
        try (visits) {
            deployment = tenant.deploy();
            JsonNode failure = deployment.fails();

            assertThat(failure.path("step").asText()).isEqualTo("verify-health");
            assertThat(failure.path("undone").asBoolean()).isTrue();
        }

        assertThat(visits.seen).containsExactly(200, 503);
        assertThat(deployment.said())
                .anyMatch(line -> line.contains("The database was restored from"))
                .anyMatch(line -> line.contains("started again; the site is open"))
                .contains("All changes were undone");
        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
        assertThat(tenant.visitor().ask("/api/persons/count").status()).isEqualTo(200);
        assertThat(new Database(product.home()).names())
                .contains("tm_returning")
                .noneMatch(name -> name.startsWith("tm_returning__"));
    }

    /** Asks for a page that reads the database, again and again. */
    private static final class Visits implements AutoCloseable {
        final Set<Integer> seen = new TreeSet<>();
        private final Visitor visitor;
        private final Thread thread;
        private volatile boolean goesOn = true;

        Visits(Visitor visitor) {
            this.visitor = visitor;
            this.thread = Thread.ofPlatform().start(this::visit);
        }

        private void visit() {
            while (goesOn) {
                seen.add(visitor.ask("/api/persons/count").status());
                LockSupport.parkNanos(25_000_000);
            }
        }

        @Override
        public void close() throws InterruptedException {
            goesOn = false;
            thread.join();
        }
    }
}
