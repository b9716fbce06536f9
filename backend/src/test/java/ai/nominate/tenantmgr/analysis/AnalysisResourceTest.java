package ai.nominate.tenantmgr.analysis;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.analysis.claude.ModelAnswers;
import ai.nominate.tenantmgr.analysis.claude.TestProvider;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an address to suggestions over the API, on a page that was captured before. */
@QuarkusTest
class AnalysisResourceTest {
    /** Public, and needs no name server. Nothing connects to it. */
    private static final String PAGE = "https://1.1.1.1";

    @Inject
    FakeCapture pages;

    private final Api operator = Api.as(Role.OPERATOR);
    private final Api viewer = Api.as(Role.VIEWER);
    private String slug;

    @BeforeEach
    void a_tenant() {
        TestClock.forward(Duration.ofMinutes(6)); // earlier requests are forgotten
        slug = tenant();
    }

    @Test
    void an_address_becomes_suggestions_with_their_evidence() {
        String id = analysed(PAGE + "/start");

        Answer suggestions = viewer.get("/api/tenants/" + slug + "/theme/suggestions?analysisId=" + id)
                .expect(200);
        assertThat(suggestions.text("status")).isEqualTo("succeeded");
        assertThat(suggestions.at("progressPercent").intValue()).isEqualTo(100);
        assertThat(suggestions.text("source")).isEqualTo("local");
        assertThat(suggestions.at("suggestions")).isNotEmpty();
        assertThat(suggestions.text("suggestions/0/palette/primary")).isEqualTo("#1d4ed8");
        assertThat(suggestions.text("suggestions/0/theme/tokens/light/primary")).isEqualTo("#1d4ed8");
        assertThat(suggestions.text("suggestions/0/measured")).isEqualTo("#1d4ed8");
        assertThat(suggestions.at("suggestions/0/contrast").findValuesAsText("passes"))
                .hasSize(48)
                .containsOnly("true");
        assertThat(suggestions.at("suggestions/0/selected").booleanValue()).isFalse();
        assertThat(viewer.get("/api/tenants/" + slug + "/theme/suggestions")
                        .expect(200)
                        .text("analysisId"))
                .as("the newest one")
                .isEqualTo(id);

        Answer analysis = viewer.get("/api/analyses/" + id).expect(200);
        assertThat(analysis.text("url")).isEqualTo(PAGE + "/start");
        assertThat(analysis.text("swatches/0/hex")).isEqualTo("#1d4ed8");
        assertThat(analysis.text("swatches/0/uses/0/kind")).isEqualTo("button");
        assertThat(analysis.at("swatches/0/uses/0/boxes/0/widthPx").intValue()).isEqualTo(120);
        assertThat(analysis.text("choices/0/role")).isEqualTo("primary");
        assertThat(analysis.at("ai").isNull()).isTrue();
        assertThat(steps(analysis))
                .containsExactly(
                        "check-address done", "capture done", "extract done", "ask-claude skipped", "suggest done");
    }

    @Test
    void a_suggestion_is_applied_as_a_new_version_and_marked() {
        analysed(PAGE);
        String suggestions = "/api/tenants/" + slug + "/theme/suggestions";
        Answer offered = viewer.get(suggestions).expect(200);
        assertThat(offered.at("suggestions").size()).isBetween(3, 5);

        for (int i : new int[] {0, 1}) {
            Answer applied =
                    apply(slug, offered.text("suggestions/" + i + "/id")).expect(200);
            assertThat(applied.at("version").intValue()).isEqualTo(i + 1);
            assertThat(applied.text("reason")).isEqualTo("Suggestion: " + offered.text("suggestions/" + i + "/title"));
            assertThat(applied.at("theme")).isEqualTo(offered.at("suggestions/" + i + "/theme"));
            assertThat(viewer.get(suggestions).at("suggestions").findValuesAsText("selected"))
                    .as("the one applied last")
                    .startsWith(String.valueOf(i == 0), String.valueOf(i == 1), "false");
        }
        assertThat(Api.admin()
                        .get("/api/audit?action=theme.change&tenant="
                                + viewer.get("/api/tenants/" + slug).text("id"))
                        .expect(200)
                        .at("total")
                        .intValue())
                .isEqualTo(2);

        operator.post("/api/tenants/" + slug + "/theme/versions/0/restore", null)
                .expect(200);
        apply(tenant(), offered.text("suggestions/0/id")).refuses(404, "analysis.no-suggestion");
        apply(slug, UUID.randomUUID().toString()).refuses(404, "analysis.no-suggestion");
        apply(slug, "1").refuses(400, "request.invalid").names("suggestionId");
    }

    @Test
    void a_logo_of_the_page_becomes_that_of_the_tenant_as_harmless_as_an_upload() {
        String id = analysed(PAGE);
        Answer analysis = viewer.get("/api/analyses/" + id).expect(200);
        assertThat(analysis.at("logos").size()).isEqualTo(1);
        assertThat(analysis.text("logos/0/alt")).isEqualTo("Acme");
        Answer file = viewer.get(analysis.text("logos/0/url")).expect(200);
        assertThat(file.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(file.body()).contains("#1d4ed8").doesNotContain("script");

        Answer applied = logo(slug, id, "l0").expect(200);

        assertThat(applied.text("logo/hash")).isEqualTo(analysis.text("logos/0/hash"));
        assertThat(applied.text("reason")).isEqualTo("Logo of the website");
        assertThat(viewer.get("/api/tenants/" + slug + "/theme/logo")
                        .expect(200)
                        .body())
                .isEqualTo(file.body());
        logo(slug, id, "l7").refuses(404, "analysis.no-logo");
        logo(slug, id, "../l0").refuses(400, "request.invalid").names("logoId");
        logo(tenant(), id, "l0").refuses(404, "analysis.unknown");
        viewer.get("/api/analyses/" + id + "/logos/l7").refuses(404, "analysis.no-logo");
    }

    private Answer logo(String tenant, String analysis, String logo) {
        return operator.post(
                "/api/tenants/" + tenant + "/theme/apply-logo", Map.of("analysisId", analysis, "logoId", logo));
    }

    @Test
    void a_page_is_shown_in_a_theme_only_once_visitors_have_one() {
        Map<String, Object> theme = Map.of("palette", Map.of("primary", "#7c3aed"));
        String pictures = "/api/tenants/" + slug + "/theme/pictures";

        operator.post(pictures, theme).refuses(409, "tenant.wrong-state");
        operator.post(pictures + "?path=//elsewhere.example", theme)
                .refuses(400, "request.invalid")
                .names("path");
        operator.post(pictures, Map.of("palette", Map.of("primary", "violet")))
                .refuses(400, "request.invalid")
                .names("palette.primary");
    }

    @Test
    void the_model_is_asked_when_there_is_a_key_and_both_answers_are_kept() {
        try (TestProvider provider = new TestProvider(TestProvider.answer(ModelAnswers.good()))) {
            set("ai.baseUrl", provider.address());
            set("ai.apiKey", TestProvider.KEY);
            set("ai.model", "claude-" + UUID.randomUUID());
            String id = analysed(PAGE);

            Answer analysis = viewer.get("/api/analyses/" + id).expect(200);
            assertThat(analysis.text("source")).isEqualTo("claude");
            assertThat(analysis.at("ai/inputTokens").intValue()).isEqualTo(5000);
            assertThat(analysis.at("choices").findValuesAsText("source")).contains("local", "claude");
            assertThat(viewer.get("/api/tenants/" + slug + "/theme/suggestions")
                            .expect(200)
                            .at("suggestions")
                            .findValuesAsText("title"))
                    .startsWith("Blue and orange", "Led by orange");
            assertThat(viewer.get("/api/runs/" + id + "/logs").expect(200).body())
                    .contains("answered, 7100 tokens")
                    .doesNotContain(TestProvider.KEY);
        } finally {
            forgetProvider();
        }
    }

    @Test
    void a_failure_of_the_provider_is_not_one_of_the_analysis() {
        try (TestProvider provider = new TestProvider(TestProvider.error(401, "authentication_error", Map.of()))) {
            set("ai.baseUrl", provider.address());
            set("ai.apiKey", TestProvider.KEY);
            set("ai.model", "claude-" + UUID.randomUUID());
            String id = analysed(PAGE);

            Answer suggestions =
                    viewer.get("/api/tenants/" + slug + "/theme/suggestions").expect(200);
            assertThat(suggestions.text("status")).isEqualTo("succeeded");
            assertThat(suggestions.text("source")).isEqualTo("local");
            assertThat(suggestions.text("note"))
                    .isEqualTo("The AI provider did not contribute: The provider refused the API key. The suggestions "
                            + "are those of the local extractor.");
            assertThat(viewer.get("/api/analyses/" + id).text("ai/failure"))
                    .isEqualTo("The provider refused the API key");
        } finally {
            forgetProvider();
        }
    }

    @Test
    void a_page_that_cannot_be_captured_fails_the_analysis_with_the_reason() {
        String id = ended(accepted(PAGE + "/missing"));

        Answer analysis = viewer.get("/api/analyses/" + id).expect(200);
        assertThat(analysis.text("status")).isEqualTo("failed");
        assertThat(analysis.text("failure/code")).isEqualTo("analysis.not-a-page");
        assertThat(analysis.at("swatches")).isEmpty();
        assertThat(viewer.get("/api/tenants/" + slug + "/theme/suggestions")
                        .expect(200)
                        .at("suggestions"))
                .isEmpty();
    }

    @Test
    void the_screenshot_is_an_image() {
        String id = analysed(PAGE);
        String screenshot = "/api/analyses/" + id + "/screenshot";

        Answer image = viewer.get(screenshot).expect(200);
        assertThat(image.header("Content-Type")).startsWith("image/png");
        assertThat(image.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(image.body()).contains("PNG");
        viewer.get(screenshot + "?part=page&scheme=light").expect(200);
        viewer.get(screenshot + "?scheme=dark").refuses(404, "analysis.no-screenshot");
        viewer.get(screenshot + "?part=logo").refuses(400, "request.invalid");
    }

    @Test
    void the_events_end_with_the_analysis() {
        String id = analysed(PAGE);

        Answer events = viewer.with("Accept", "text/event-stream")
                .get("/api/analyses/" + id + "/events")
                .expect(200);

        assertThat(events.body()).contains("event:step", "event:end", "\"status\":\"succeeded\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1",
                "http://localhost",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://no-such-host.invalid",
            })
    void an_address_that_is_not_public_is_refused_before_anything_is_fetched(String url) {
        int before = pages.all();

        request(url).refuses(422, "egress.not-reached");

        viewer.get("/api/tenants/" + slug + "/theme/suggestions").refuses(404, "analysis.unknown");
        assertThat(pages.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://1.1.1.1", "https://me:secret@1.1.1.1", "https://127.1/", "file:///etc/passwd"})
    void an_address_that_is_none_is_refused_by_its_field(String url) {
        request(url).refuses(400, "request.invalid").names("url");
    }

    @Test
    void two_go_on_at_once_and_the_others_wait() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(accepted(PAGE + "/held"));
        }
        eventually("two captures", () -> pages.now() == 2);
        assertThat(ids.stream().filter(id -> status(id).equals("queued"))).hasSize(3);

        pages.release(5);

        ids.forEach(this::ended);
        assertThat(pages.most()).isEqualTo(2);
        assertThat(ids).allMatch(id -> status(id).equals("succeeded"));
    }

    @Test
    void an_analysis_is_cancelled_as_any_run() {
        String id = accepted(PAGE + "/held");
        eventually("a capture", () -> pages.now() == 1);

        operator.post("/api/runs/" + id + "/cancel", "{}").expect(202);

        assertThat(status(ended(id))).isEqualTo("cancelled");
    }

    @Test
    void requests_are_limited_and_told_when_to_come_back() {
        for (int i = 0; i < AnalysisAllowance.MOST; i++) {
            accepted(PAGE + "/missing");
        }

        Answer refused = request(PAGE).refuses(429, "request.too-many");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 301);
    }

    @Test
    void a_request_is_in_the_audit_log() {
        String id = accepted(PAGE + "/missing");

        Answer entries = Api.admin()
                .get("/api/audit?action=theme.analyze&tenant="
                        + viewer.get("/api/tenants/" + slug).expect(200).text("id"))
                .expect(200);

        assertThat(entries.text("items/0/after/analysisId")).isEqualTo(id);
        assertThat(entries.text("items/0/after/url")).isEqualTo(PAGE + "/missing");
    }

    @Test
    void an_analysis_of_another_tenant_is_unknown_at_this_one() {
        String id = analysed(PAGE);

        viewer.get("/api/tenants/" + tenant() + "/theme/suggestions?analysisId=" + id)
                .refuses(404, "analysis.unknown");
        viewer.get("/api/analyses/" + UUID.randomUUID()).refuses(404, "analysis.unknown");
    }

    private String analysed(String url) {
        String id = ended(accepted(url));
        assertThat(status(id)).isEqualTo("succeeded");
        return id;
    }

    private String accepted(String url) {
        return request(url).expect(202).text("analysisId");
    }

    private Answer request(String url) {
        return operator.post("/api/tenants/" + slug + "/theme/analyze", Map.of("url", url));
    }

    private Answer apply(String tenant, String suggestion) {
        return operator.post("/api/tenants/" + tenant + "/theme/apply-suggestion", Map.of("suggestionId", suggestion));
    }

    private String ended(String id) {
        eventually(
                "the end of analysis " + id,
                Duration.ofMinutes(1),
                () -> viewer.get("/api/analyses/" + id).at("finishedAt").isTextual());
        return id;
    }

    private String status(String id) {
        return viewer.get("/api/analyses/" + id).expect(200).text("status");
    }

    private static List<String> steps(Answer analysis) {
        List<String> steps = new ArrayList<>();
        analysis.at("steps")
                .forEach(step -> steps.add(
                        step.path("id").asText() + " " + step.path("status").asText()));
        return steps;
    }

    private String tenant() {
        String name = "a" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", name, "slug", name, "domain", name + ".example"))
                .expect(201);
        return name;
    }

    private static void forgetProvider() {
        set("ai.baseUrl", null);
        set("ai.apiKey", null);
        set("ai.model", null);
    }

    private static void set(String key, String value) {
        Map<String, String> body = new HashMap<>();
        body.put("value", value);
        Api.admin().put("/api/settings/" + key, body).expect(200);
    }
}
