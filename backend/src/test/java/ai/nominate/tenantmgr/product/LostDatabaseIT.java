package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The embedded PostgreSQL is stopped under load. The manager waits for half a minute, then restarts it. */
@ExtendWith(OnProduct.class)
class LostDatabaseIT {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(60);

    @Test
    @Timeout(360)
    void everybody_is_told_to_come_back_and_nothing_is_lost(Product product) throws InterruptedException {
        Postgres postgres = new Postgres(product.home());
        new DatabaseFault(product, "lost").isSurvived(meanwhile -> {
            postgres.terminate();
            eventually("it has stopped although it had clients", postgres::isGone);
            meanwhile.run();
            eventually("it is back", LEFT_ALONE, postgres::isReady);
            return System.nanoTime();
        });

        assertThat(product.api()
                        .get("/api/tenants/lost-without/health/incidents")
                        .path("items"))
                .as("a database that is away is nobody's fault but the manager's")
                .isEmpty();
    }
}
