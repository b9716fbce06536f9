package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A redeploy is invisible to visitors. */
@ExtendWith(OnProduct.class)
class RedeployUnderTrafficIT {
    private static final String HOST = "busy.example.org";
    private static final Duration AT_LEAST = Duration.ofSeconds(30);
    private static final int DOWNLOAD_BYTES = 3_000_000;
    /** Longer than a download, which the old release may finish; shorter than an event stream, which it ends itself. */
    private static final String DRAIN = "14s";

    private static final String DOWNLOAD = "/api/download?seconds=10&bytes=" + DOWNLOAD_BYTES;

    private final Product product;

    RedeployUnderTrafficIT(Product product) {
        this.product = product;
    }

    @Test
    void three_redeploys_under_traffic_fail_no_request_cut_no_download_and_end_event_streams_properly()
            throws Exception {
        Source source = product.source("busy").firstRelease();
        Tenant tenant = product.tenant("busy", source).live();
        product.set("deployment.drainTimeout", DRAIN);

        Traffic traffic = new Traffic(product.httpPort(), HOST);
        try (traffic) {
            source.secondRelease();
            redeploy(tenant);
            source.firstRelease();
            redeploy(tenant);
            source.secondRelease();
            redeploy(tenant);
            eventually(
                    "long enough", Duration.ofMinutes(1), () -> traffic.lasted().compareTo(AT_LEAST) > 0);
        }

        System.out.println(traffic);
        assertThat(traffic.failures()).as("%s", traffic).isEmpty();
        assertThat(traffic.releases()).containsExactlyInAnyOrder(Source.FIRST, Source.SECOND);
        traffic.hadItsRate();
    }

    private void redeploy(Tenant tenant) throws Exception {
        Deployment deployment = tenant.deploy();
        deployment.reaches("verify-health");
        LongAnswer download = LongAnswer.begun(product.httpPort(), HOST, DOWNLOAD, "*/*");
        LongAnswer events = LongAnswer.begun(product.httpPort(), HOST, "/api/events", "text/event-stream");
        deployment.reaches("retire-previous");
        assertThat(List.of(download.isOpen(), events.isOpen()))
                .as("open across the switch")
                .containsOnly(true);

        deployment.succeeds();

        assertThat(download.whole(Duration.ofSeconds(5))).hasSize(DOWNLOAD_BYTES);
        assertThat(events.whole(Duration.ofSeconds(5))).contains("event: count").endsWith("event: end\ndata: {}\n\n");
    }
}
