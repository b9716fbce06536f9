package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;


import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** A tenant with visitors, a download and an event stream during each redeploy, all undisturbed. */
final class BusySite {
    private static final Duration AT_LEAST = Duration.ofSeconds(30);
    private static final int DOWNLOAD_BYTES = 3_000_000;
    /** Longer than a download, which the old release may finish; shorter than an event stream, which it ends itself. */
    private static final String DRAIN = "14s";

    private static final String DOWNLOAD = "/api/download?seconds=10&bytes=" + DOWNLOAD_BYTES;

    private final Product product;
    private final String host;
    private final Source source;
    private final Tenant tenant;

    BusySite(Product product, String slug) {
        this.product = product;
        this.host = slug + ".example.org";
        this.source = product.source(slug).firstRelease();
        this.tenant = product.tenant(slug, source).live();
    }

    /** Alternates between two releases this many times under traffic, for at least half a minute. */
    void isRedeployed(int times) throws Exception {
        product.set("deployment.drainTimeout", DRAIN);
        Traffic traffic = new Traffic(product.httpPort(), host);
        try (traffic) {
            for (int time = 0; time < times; time++) {
                if (time % 2 == 0) {
                    source.secondRelease();
                } else {
                    source.firstRelease();
                }
                redeploy();
            }
            eventually(
                    "long enough", Duration.ofMinutes(1), () -> traffic.lasted().compareTo(AT_LEAST) > 0);
        }

        System.out.println(traffic);
        assertThat(traffic.failures()).as("%s", traffic).isEmpty();
        assertThat(traffic.releases()).containsExactlyInAnyOrder(Source.FIRST, Source.SECOND);
        traffic.hadItsRate();
    }

    private void redeploy() throws Exception {
        Deployment deployment = tenant.deploy();
        deployment.reaches("verify-health");
        LongAnswer download = LongAnswer.begun(product.httpPort(), host, DOWNLOAD, "*/*");
        LongAnswer events = LongAnswer.begun(product.httpPort(), host, "/api/events", "text/event-stream");
        deployment.reaches("retire-previous");
        assertThat(List.of(download.isOpen(), events.isOpen()))
                .as("open across the switch")
                .containsOnly(true);

        deployment.succeeds();

        assertThat(download.whole(Duration.ofSeconds(5))).hasSize(DOWNLOAD_BYTES);
        assertThat(events.whole(Duration.ofSeconds(5))).contains("event: count").endsWith("event: end\ndata: {}\n\n");
    }
}
