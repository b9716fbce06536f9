package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;


import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

/** The required behaviour of the product during any outage of its database. */
final class DatabaseFault {
    private static final Duration BACK = Duration.ofSeconds(10);
    private static final Duration LAST_OF_IT = Duration.ofSeconds(12);
    private static final Duration DEPLOYMENT = Duration.ofSeconds(90);
    private static final Set<String> OVER = Set.of("succeeded", "failed");

    /** Takes the database down, returns once it is back, with the time of its return. */
    interface Fault {
        long comesAndGoes(Runnable meanwhile);
    }

    private final Product product;
    private final String name;

    DatabaseFault(Product product, String name) {
        this.product = product;
        this.name = name;
    }

    void isSurvived(Fault fault) throws InterruptedException {
        product.api().signIn(Product.PASSWORD); // the last token may have expired
        Tenant without = product.tenant(
                name + "-without", product.source(name + "-without").withoutDatabase());
        without.deploy().succeeds();
        Source source = product.source(name + "-under-way").firstRelease();
        Gate gate = source.gateBeforeBuild();
        Tenant underWay = product.tenant(name + "-under-way", source);
        Deployment deployment = underWay.deploy();
        eventually("the build has begun", () -> gate.begun() == 1);

        try (Onlooker onlooker = without.visitor().lookOn();
                Load load = new Load(product, name)) {
            eventually("the load is served", () -> load.goodSince(0) > 50);
            long back = fault.comesAndGoes(() -> {
                eventually("readiness says so", Load.LIMIT, () -> !product.api().isReady());
                gate.open();
            });
            eventually("it is ready again", BACK, product.api()::isReady);
            long served = back + BACK.toNanos();
            eventually(
                    "there was time enough",
                    BACK.plus(LAST_OF_IT),
                    () -> System.nanoTime() > served && load.goodSince(served) > 50);

            assertThat(load.seen()).as("requests that were refused").anyMatch(Load.Seen::isRefusal);
            load.wasAlwaysAnswered();
            load.wasServedSince(served);
            load.lostNothing();
            onlooker.sawNothing();
        }
        eventually(
                "the deployment under way ends",
                DEPLOYMENT,
                () -> OVER.contains(deployment.view().path("status").asText()));
        assertThat(underWay.status()).isIn("active", "failed");
        assertThat(Machine.processesOfDeployment(deployment.id())).isEmpty();
        underWay.deploy().succeeds();
    }
}
