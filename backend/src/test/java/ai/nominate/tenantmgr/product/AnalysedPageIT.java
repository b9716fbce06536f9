package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.capture.PageServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An analysis by the packaged product, whose capture program lies in other jars than that of the tests. */
@ExtendWith(OnProduct.class)
class AnalysedPageIT {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Set<String> OVER = Set.of("succeeded", "failed", "cancelled");

    private final Product product;

    AnalysedPageIT(Product product) {
        this.product = product;
    }

    @Test
    void a_page_is_opened_and_its_colour_is_suggested() throws IOException {
        product.tenant("analysed", product.source("analysed").firstRelease());
        try (PageServer site = new PageServer("127.0.0.1").page("/", """
                <!doctype html><title>Acme</title><style>body{margin:0;font:16px sans-serif}
                .cta{background:#0d7a3f;color:#fff;padding:12px 24px;border:0}</style>
                <h1>Welcome</h1><button class="cta">Start</button><a class="cta" href="/buy">Buy</a>""")) {
            String id = product.api()
                    .post(
                            "/api/tenants/analysed/theme/analyze",
                            Map.of("url", site.address("/").replace("127.0.0.1", GitServer.ALLOWED)),
                            202)
                    .path("analysisId")
                    .asText();

            eventually(
                    "the analysis has ended",
                    LONGEST,
                    () -> OVER.contains(analysis(id).path("status").asText()));

            assertThat(analysis(id).path("status").asText())
                    .as("%s", analysis(id))
                    .isEqualTo("succeeded");
            assertThat(analysis(id).at("/swatches").findValuesAsText("hex")).contains("#0d7a3f");
            assertThat(analysis(id).at("/screenshots")).isNotEmpty();
        }
    }

    private JsonNode analysis(String id) {
        return product.api().get("/api/analyses/" + id);
    }
}
