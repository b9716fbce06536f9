package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The embedded PostgreSQL is frozen under load: it accepts connections and statements without answering. */
@Tag("endurance")
@ExtendWith(OnProduct.class)
class FrozenDatabaseIT {
    private static final Duration FROZEN = Duration.ofSeconds(30);

    @Test
    @Timeout(360)
    void nobody_waits_without_end_and_nothing_is_lost(Product product) throws InterruptedException {
        Postgres postgres = new Postgres(product.home());
        new DatabaseFault(product, "frozen").isSurvived(meanwhile -> {
            long until = System.nanoTime() + FROZEN.toNanos();
            postgres.freeze();
            try {
                meanwhile.run();
                eventually("half a minute has passed", FROZEN.plusSeconds(5), () -> System.nanoTime() > until);
            } finally {
                postgres.thaw();
            }
            return System.nanoTime();
        });
    }
}
