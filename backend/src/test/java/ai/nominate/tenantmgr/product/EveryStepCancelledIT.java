package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A deployment is cancelled in each step. {@code make test} has three of the steps in {@link CancelledDeploymentIT}. */
@Tag("endurance")
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStepCancelledIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final Product product;
    private Source source;
    private Tenant tenant;
    private List<String> steps;

    EveryStepCancelledIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("cancelled-often").firstRelease();
        tenant = product.tenant("cancelled-often", source);
        Deployment first = tenant.deploy();
        first.succeeds();
        steps = first.steps();
    }

    Stream<String> stepsBeforeTheSwitch() {
        return steps.subList(0, steps.indexOf("switch")).stream();
    }

    /** A step of milliseconds may end before the request arrives; then the cancellation takes effect in the next one. */
    @ParameterizedTest
    @MethodSource("stepsBeforeTheSwitch")
    void a_deployment_that_is_cancelled_in_this_step_is_put_back_or_was_switched_already(String step) {
        source.secondRelease().replacingInManifest("LOCALE: en", "LOCALE: \"en-" + step + "\"");
        String before = tenant.visitor().release();
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            deployment.isInOrAfter(step);
            Api.Answer answer = deployment.cancel();
            if (answer.status() == 409) {
                assertThat(answer.json().path("code").asText()).isEqualTo("deployment.switched");
                deployment.endsAs("succeeded", SOON);
                assertThat(tenant.visitor().release()).isEqualTo(Source.SECOND);
            } else {
                assertThat(answer.status()).isEqualTo(202);
                var view = deployment.endsAs("cancelled", SOON);
                boolean hasMigrated = !deployment
                        .step("initialize-database")
                        .path("status")
                        .asText()
                        .equals("pending");
                assertThat(view.at("/failure/undone").asBoolean()).isEqualTo(!hasMigrated);
                assertThat(tenant.visitor().release()).isEqualTo(before);
                tenant.hasNothingIn(tenant.idleSlot());
            }
            assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
            onlooker.sawNothing();
        }
        assertThat(tenant.status()).isEqualTo("active");
    }
}
