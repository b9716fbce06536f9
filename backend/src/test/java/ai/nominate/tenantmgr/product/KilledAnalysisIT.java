package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.analysis.capture.PageServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The manager is killed in the middle of an analysis and restarted: the analysis ends by itself, with one result. That each step can be
 * begun anew is tested in {@code ResumedAnalysisTest}.
 */
@ExtendWith(OnProduct.class)
class KilledAnalysisIT {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String BRAND = "#0f766e";
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Quay books</title><style>
            body { margin: 0; font: 16px sans-serif; color: #1f2937; background: #fff }
            header { padding: 20px 40px; background: #0f766e; color: #fff }
            a.buy { display: inline-block; margin: 40px; padding: 14px 28px; background: #0f766e; color: #fff }
            </style></head><body><header>Quay books</header><h1>New and old</h1>
            <a class="buy" href="/buy">Buy books</a><a class="buy" href="/sell">Sell books</a></body></html>
            """;

    private final Product product;

    KilledAnalysisIT(Product product) {
        this.product = product;
    }

    @Test
    void while_its_page_is_loading_the_page_is_captured_anew_and_no_browser_is_left_of_the_first_time()
            throws IOException {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        try (PageServer website = new PageServer("127.0.0.1").heldPage("/", PAGE, asked, open)) {
            Tenant tenant = tenant("quay");
            String analysis = begun(tenant, website);
            eventually("the browser asks for the page", DEADLINE, () -> asked.get() == 1);
            List<Long> browsers = Machine.processesOfDeployment(analysis);

            product.kill9();
            product.start();

            eventually("another browser asks for the page", DEADLINE, () -> asked.get() == 2);
            assertThat(browsers).isNotEmpty().noneMatch(Machine::isAlive);
            open.countDown();
            endsWithOneResult(tenant, analysis);
        }
    }

    @Tag("endurance")
    @ParameterizedTest
    @ValueSource(strings = {"check-address", "capture", "extract", "ask-claude", "suggest"})
    void as_soon_as_a_step_is_running_or_has_ended_it_goes_on(String step) throws IOException {
        try (PageServer website = new PageServer("127.0.0.1").page("/", PAGE)) {
            Tenant tenant = tenant("quay-" + step);
            String analysis = begun(tenant, website);
            eventually("it is in " + step, DEADLINE, () -> isInOrAfter(analysis, step));

            product.kill9();
            product.start();

            endsWithOneResult(tenant, analysis);
        }
    }

    private Tenant tenant(String slug) {
        return product.tenant(slug, product.source("quay").firstRelease());
    }

    private String begun(Tenant tenant, PageServer website) {
        String address = website.address("/").replace("127.0.0.1", GitServer.ALLOWED);
        return product.api()
                .post(tenant.path() + "/theme/analyze", Map.of("url", address), 202)
                .path("analysisId")
                .asText();
    }

    private boolean isInOrAfter(String analysis, String step) {
        List<String> begun = new ArrayList<>();
        analysis(analysis).path("steps").forEach(each -> {
            if (!each.path("status").asText().equals("pending")) {
                begun.add(each.path("id").asText());
            }
        });
        return begun.contains(step);
    }

    private void endsWithOneResult(Tenant tenant, String analysis) {
        eventually(
                "the end of the analysis",
                DEADLINE,
                () -> analysis(analysis).path("finishedAt").isTextual());
        assertThat(analysis(analysis).path("status").asText())
                .as("%s", analysis(analysis))
                .isEqualTo("succeeded");
        JsonNode result = product.api().get(tenant.path() + "/theme/suggestions?analysisId=" + analysis);
        assertThat(result.path("suggestions")).hasSizeBetween(3, 5);
        assertThat(result.path("suggestions").path(0).path("measured").asText()).isEqualTo(BRAND);
        assertThat(result.path("suggestions").findValuesAsText("id")).doesNotHaveDuplicates();
        assertThat(Machine.processesOfDeployment(analysis))
                .as("processes of it")
                .isEmpty();
    }

    private JsonNode analysis(String id) {
        return product.api().get("/api/analyses/" + id);
    }
}
