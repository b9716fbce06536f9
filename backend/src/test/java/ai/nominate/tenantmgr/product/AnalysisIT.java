package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.capture.PageServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From a website to the look of a tenant, in the packaged product, with the machine's own browser. */
@ExtendWith(OnProduct.class)
class AnalysisIT {
    private static final String BRAND = "#7c3aed";
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Harbour bakery</title><style>
            body { margin: 0; font: 16px sans-serif; color: #1f2937; background: #fff }
            header { padding: 20px 40px; background: #7c3aed; color: #fff }
            a.order { display: inline-block; margin: 40px; padding: 14px 28px; background: #7c3aed; color: #fff; border-radius: 8px }
            </style></head><body><header>Harbour bakery</header><h1>Bread since 1904</h1>
            <a class="order" href="/order">Order bread</a><a class="order" href="/shops">Find a shop</a></body></html>
            """;

    private final Product product;

    AnalysisIT(Product product) {
        this.product = product;
    }

    @Test
    void the_colour_of_a_website_becomes_that_of_the_tenant() throws IOException {
        try (PageServer website = new PageServer("127.0.0.1").page("/", PAGE)) {
            becomesThatOfTheTenant(website.address("/").replace("127.0.0.1", GitServer.ALLOWED));
        }
    }

    private void becomesThatOfTheTenant(String address) {
        Tenant tenant =
                product.tenant("bread", product.source("bread").firstRelease()).live();

        String analysis = product.api()
                .post(tenant.path() + "/theme/analyze", Map.of("url", address), 202)
                .path("analysisId")
                .asText();
        eventually(
                "the end of the analysis",
                DEADLINE,
                () -> analysis(analysis).path("finishedAt").isTextual());

        assertThat(analysis(analysis).path("status").asText())
                .as("%s", analysis(analysis))
                .isEqualTo("succeeded");
        JsonNode suggestion = product.api()
                .get(tenant.path() + "/theme/suggestions?analysisId=" + analysis)
                .path("suggestions")
                .path(0);
        assertThat(suggestion.path("measured").asText()).isEqualTo(BRAND);
        product.api()
                .post(
                        tenant.path() + "/theme/apply-suggestion",
                        Map.of("suggestionId", suggestion.path("id").asText()),
                        200);
        eventually(
                "the tenant wears it",
                () -> tenant.visitor().ask("/theme.css").body().contains("--color-primary: " + BRAND + ";"));
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(command -> command.contains(product.home().toString()) && command.contains("chrom")))
                .isEmpty();
    }

    private JsonNode analysis(String id) {
        return product.api().get("/api/analyses/" + id);
    }
}
