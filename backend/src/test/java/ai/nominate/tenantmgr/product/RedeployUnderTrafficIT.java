package ai.nominate.tenantmgr.product;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A redeploy is invisible to visitors. Both slots become live once; {@link ManyRedeploysIT} repeats it. */
@ExtendWith(OnProduct.class)
@Isolated("it counts how many requests a second are answered")
class RedeployUnderTrafficIT {
    private final Product product;

    RedeployUnderTrafficIT(Product product) {
        this.product = product;
    }

    @Test
    void two_redeploys_under_traffic_fail_no_request_cut_no_download_and_end_event_streams_properly() throws Exception {
        new BusySite(product, "busy").isRedeployed(2);
    }
}
