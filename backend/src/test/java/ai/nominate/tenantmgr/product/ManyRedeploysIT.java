package ai.nominate.tenantmgr.product;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Many redeploys under traffic. {@code make test} has two of them in {@link RedeployUnderTrafficIT}. */
@Tag("endurance")
@ExtendWith(OnProduct.class)
@Isolated("it counts how many requests a second are answered")
class ManyRedeploysIT {
    private final Product product;

    ManyRedeploysIT(Product product) {
        this.product = product;
    }

    @RepeatedTest(8)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void three_redeploys_under_traffic_fail_no_request_cut_no_download_and_end_event_streams_properly(
            RepetitionInfo repetition) throws Exception {
        new BusySite(product, "busy-" + repetition.getCurrentRepetition()).isRedeployed(3);
    }
}
