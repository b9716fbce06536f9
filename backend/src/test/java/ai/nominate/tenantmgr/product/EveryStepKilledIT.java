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

/**
 * The manager is killed in each step of a deployment and of a delete, as soon as the step is running or has ended. {@code make
 * test} has three of the steps in {@link KilledManagerIT}, and one of a delete in {@link DeletedTenantIT}.
 */
@Tag("endurance")
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryStepKilledIT {
    private static final Duration AFTER_READY = Duration.ofSeconds(60);
    private final Product product;
    private Source source;
    private Tenant tenant;
    private List<String> steps;
    private boolean isSecond;

    EveryStepKilledIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void a_tenant_is_live() {
        source = product.source("killed-often").firstRelease();
        tenant = product.tenant("killed-often", source);
        Deployment first = tenant.deploy();
        first.succeeds();
        steps = first.steps();
    }

    Stream<String> stepsOfADeployment() {
        return steps.stream();
    }

    Stream<String> stepsOfADelete() {
        Tenant gone = product.tenant("gone-first", product.source("gone").firstRelease())
                .live();
        Deployment deletion = gone.delete("?removeFiles=true&removeDatabase=true");
        deletion.succeeds();
        return deletion.steps().stream();
    }

    @ParameterizedTest
    @MethodSource("stepsOfADeployment")
    void a_deployment_whose_manager_is_killed_in_this_step_goes_on_and_no_visitor_notices(String step) {
        Source next = isSecond ? source.firstRelease() : source.secondRelease();
        next.replacingInManifest("LOCALE: en", "LOCALE: \"en-" + step + "\"");
        String expected = isSecond ? Source.FIRST : Source.SECOND;
        try (Onlooker onlooker = tenant.visitor().lookOn()) {
            Deployment deployment = tenant.deploy();
            killIn(step, deployment);

            deployment.endsAs("succeeded", AFTER_READY);

            assertThat(deployment.said().stream()
                            .filter(text -> text.contains("was restarted"))
                            .count())
                    .as("lines that say that the manager was restarted")
                    .isLessThanOrEqualTo(1);
            assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
            onlooker.sawNothing();
        }
        assertThat(tenant.visitor().release()).isEqualTo(expected);
        assertThat(tenant.status()).isEqualTo("active");
        isSecond = !isSecond;
    }

    @ParameterizedTest
    @MethodSource("stepsOfADelete")
    void a_delete_whose_manager_is_killed_in_this_step_goes_on_and_leaves_nothing(String step) {
        String slug = "gone-" + step;
        Tenant gone =
                product.tenant(slug, product.source("gone").firstRelease()).live();
        Deployment deletion = gone.delete("?removeFiles=true&removeDatabase=true");
        killIn(step, deletion);

        deletion.endsAs("succeeded", AFTER_READY);

        assertThat(product.api().send("GET", gone.path(), null).status()).isEqualTo(404);
        assertThat(product.home().resolve("tenants").resolve(slug)).doesNotExist();
        assertThat(new Database(product.home()).names()).doesNotContain("tm_" + slug.replace('-', '_'));
        for (String slot : List.of("a", "b")) {
            assertThat(Machine.processesOfSlot(product.home(), slug, slot)).isEmpty();
        }
    }

    private void killIn(String step, Deployment deployment) {
        deployment.isInOrAfter(step);
        product.kill9();
        product.start();
    }
}
