package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cancellation at any moment before traffic is switched. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CancelledDeploymentIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int AT_ONCE = 8;

    private final Product product;
    private Source source;
    private Tenant tenant;

    CancelledDeploymentIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("hesitant").firstRelease();
        tenant = product.tenant("hesitant", source).live();
    }

    @Test
    void a_build_that_is_cancelled_is_ended() {
        Gate gate = source.secondRelease().gateBeforeBuild();
        isPutBackWhenCancelledIn("copy-core-files", "waiting at the gate");
        assertThat(gate.ended()).isZero();
    }

    @Tag("endurance")
    @Test
    void a_migration_that_is_cancelled_is_ended() {
        Gate gate = source.secondRelease().gateBeforeMigration();
        isPutBackWhenCancelledIn("initialize-database", "waiting at the gate");
        assertThat(gate.ended()).isZero();
    }

    @Test
    void services_that_are_being_watched_are_stopped() {
        source.secondRelease();
        product.set("deployment.watchTime", "60s");
        isPutBackWhenCancelledIn("verify-health", "/api/health answers 200");
    }

    private void isPutBackWhenCancelledIn(String step, String line) {
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            deployment.reaches(step);
            deployment.says(line);

            assertThat(deployment.cancel().status()).isEqualTo(202);

            JsonNode view = deployment.endsAs("cancelled", SOON);
            assertThat(view.at("/failure/code").asText()).isEqualTo("run.cancelled");
            assertThat(view.at("/failure/step").asText()).isEqualTo(step);
            assertThat(view.at("/failure/undone").asBoolean())
                    .as("nothing stays, unless the migration has begun")
                    .isEqualTo(step.equals("copy-core-files"));
            assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
            assertThat(deployment.cancel().status()).as("cancelling it again").isEqualTo(409);
            onlooker.sawNothing();
        }
        tenant.hasNothingIn("b");
        assertThat(tenant.status()).isEqualTo("active");
        assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
    }

    @Tag("endurance")
    @Test
    void what_visitors_see_already_cannot_be_cancelled() {
        Source other = product.source("resolute").firstRelease();
        Tenant resolute = product.tenant("resolute", other).live();
        other.secondRelease();
        Deployment deployment = resolute.deploy();
        deployment.reaches("retire-previous");

        Api.Answer refusal = deployment.cancel();

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.json().path("code").asText()).isEqualTo("deployment.switched");
        deployment.succeeds();
        assertThat(resolute.visitor().release()).isEqualTo(Source.SECOND);
    }

    /** The maximum number of parallel deployments is active, so that another has to wait. */
    @Tag("endurance")
    @Test
    void a_deployment_that_still_waits_its_turn_is_cancelled_at_once_and_a_delete_does_not_wait() {
        Source crowded = product.source("crowded").firstRelease();
        Tenant passing = product.tenant("passing", crowded).live();
        Gate gate = crowded.gateBeforeBuild();
        List<Deployment> underWay = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> product.tenant("crowd-" + i, crowded).deploy())
                .toList();
        try {
            underWay.forEach(each -> each.reaches("copy-core-files"));

            Deployment waiting = tenant.deploy();
            assertThat(waiting.view().path("status").asText()).isEqualTo("queued");
            assertThat(waiting.cancel().status()).isEqualTo(202);

            JsonNode view = waiting.endsAs("cancelled", SOON);
            assertThat(view.path("steps"))
                    .noneMatch(step -> step.path("status").asText().equals("done"));
            assertThat(tenant.status()).isEqualTo("active");
            assertThat(tenant.visitor().release()).isEqualTo(Source.FIRST);
            passing.delete("?removeFiles=true&removeDatabase=true").succeeds();
        } finally {
            underWay.forEach(Deployment::cancel);
        }
        underWay.forEach(each -> each.endsAs("cancelled", SOON));
        assertThat(gate.ended()).isZero();
    }
}
