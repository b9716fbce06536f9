package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The manager is killed in the middle of a deployment, and restarted. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledManagerIT {
    private static final Duration AFTER_READY = Duration.ofSeconds(30);
    private static final String GOING_ON = "The manager was restarted; the run resumes";

    private final Product product;
    private Source source;
    private Tenant tenant;

    KilledManagerIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("steady").firstRelease();
        tenant = product.tenant("steady", source).live();
    }

    @Tag("endurance")
    @Test
    void inside_copy_core_files_the_build_is_begun_anew_and_ends_once() {
        Gate gate = source.secondRelease().gateBeforeBuild();
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            eventually("the build has begun", () -> gate.begun() == 1);
            List<Long> orphans = killDuring("copy-core-files", deployment);

            eventually("the build has begun again", () -> gate.begun() == 2);
            assertThat(orphans).isNotEmpty().noneMatch(Machine::isAlive);
            gate.open();
            wentOn(deployment, "succeeded", "copy-core-files");

            assertThat(gate.ended()).isEqualTo(1);
            onlooker.sawNothing();
        }
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    @Test
    void inside_initialize_database_the_migration_is_begun_anew_and_ends_once() {
        Gate gate = source.secondWithFault("slow-migrate").gateBeforeMigration();
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            eventually("the migration has begun", Duration.ofSeconds(40), () -> gate.begun() == 1);
            List<Long> orphans = killDuring("initialize-database", deployment);

            eventually("the migration has begun again", () -> gate.begun() == 2);
            assertThat(orphans).isNotEmpty().noneMatch(Machine::isAlive);
            gate.open();
            wentOn(deployment, "succeeded", "initialize-database");

            assertThat(gate.ended()).isEqualTo(1);
            assertThat(deployment.said())
                    .filteredOn(text -> text.contains("migrating slowly second=8"))
                    .hasSize(1);
            onlooker.sawNothing();
        }
        assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
    }

    @Test
    void inside_verify_health_the_services_are_taken_over_as_they_run() {
        source.secondRelease().replacingInManifest("LOCALE: en", "LOCALE: de");
        product.set("deployment.watchTime", "6s");
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            String slot = tenant.idleSlot();
            Deployment deployment = tenant.deploy();
            deployment.says("/api/health answers 200");
            List<Long> pids = pids(slot);
            killDuring("verify-health", deployment);

            wentOn(deployment, "succeeded", "verify-health");

            assertThat(pids(slot)).as("the services were not started again").isEqualTo(pids);
            assertThat(deployment.said())
                    .filteredOn(text -> text.equals("Services of slot " + slot + " started"))
                    .hasSize(1);
            onlooker.sawNothing();
        }
    }

    @Tag("endurance")
    @Test
    void inside_verify_health_a_silent_release_still_fails_and_is_put_back() {
        source.secondWithFault("silent");
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            String before = tenant.visitor().release();
            String slot = tenant.idleSlot();
            Deployment deployment = tenant.deploy();
            deployment.says("nothing listens on port");
            killDuring("verify-health", deployment);

            wentOn(deployment, "failed", "verify-health");

            JsonNode failure = deployment.view().path("failure");
            assertThat(failure.path("code").asText()).isEqualTo("service.silent");
            assertThat(failure.path("detail").asText()).contains("changed in the database stays");
            assertThat(failure.path("undone")).as("its migration stays").isEqualTo(BooleanNode.FALSE);
            assertThat(deployment.said()).contains("All other changes were undone");
            tenant.hasNothingIn(slot);
            assertThat(tenant.visitor().release()).isEqualTo(before);
            onlooker.sawNothing();
        }
    }

    /** Kills the manager in the step and restarts it. Returns the orphaned processes of the deployment. */
    private List<Long> killDuring(String step, Deployment deployment) {
        assertThat(deployment.view().path("currentStep").asText()).isEqualTo(step);
        Map<String, String> done = startTimes(deployment, step);
        product.kill9();
        List<Long> orphans = Machine.processesOfDeployment(deployment.id());
        product.start();
        assertThat(startTimes(deployment, step)).as("steps that were done").isEqualTo(done);
        return orphans;
    }

    private void wentOn(Deployment deployment, String status, String step) {
        deployment.endsAs(status, AFTER_READY);
        assertThat(deployment.log())
                .filteredOn(line -> line.path("text").asText().equals(GOING_ON))
                .as("lines that say so")
                .hasSize(1);
        assertThat(deployment.log())
                .filteredOn(line -> line.path("step").asText().equals("preflight"))
                .as("preflight was not done again")
                .filteredOn(line -> line.path("text").asText().startsWith("Deploying"))
                .hasSize(1);
        assertThat(deployment.step(step).path("status").asText()).isIn("done", "failed");
        assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
        assertThat(tenant.status()).isEqualTo("active");
    }

    /** The start times of the steps before one. */
    private static Map<String, String> startTimes(Deployment deployment, String step) {
        Map<String, String> times = new TreeMap<>();
        for (JsonNode candidate : deployment.view().path("steps")) {
            if (candidate.path("id").asText().equals(step)) {
                break;
            }
            times.put(
                    candidate.path("id").asText(),
                    candidate.path("startedAt").asText() + " " + candidate.path("durationMs"));
        }
        return times;
    }

    private List<Long> pids(String slot) {
        return tenant.services(slot).stream()
                .map(service -> service.path("pid").asLong())
                .toList();
    }
}
