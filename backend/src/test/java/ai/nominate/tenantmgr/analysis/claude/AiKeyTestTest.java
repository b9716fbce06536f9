package ai.nominate.tenantmgr.analysis.claude;

import static ai.nominate.tenantmgr.analysis.claude.TestProvider.error;
import static ai.nominate.tenantmgr.analysis.claude.TestProvider.raw;
import static ai.nominate.tenantmgr.analysis.claude.TestProvider.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test of the provider's key, as an admin asks for it. */
@QuarkusTest
@TestProfile(BrandAdvisorTest.Hurried.class)
class AiKeyTestTest {
    private static final String TEST = "/api/settings/ai.apiKey/test";

    private final Api admin = Api.admin();
    private final TestProvider provider = new TestProvider(stopped("max_tokens", "ok"));

    @BeforeEach
    void a_key() {
        TestClock.forward(Duration.ofMinutes(2)); // tests of this minute are forgotten
        set("ai.baseUrl", provider.address());
        set("ai.apiKey", TestProvider.KEY);
        set("ai.model", "claude-tested");
    }

    @AfterEach
    void defaults() {
        provider.close();
        set("ai.baseUrl", null);
        set("ai.apiKey", null);
        set("ai.model", null);
    }

    @Test
    void a_key_that_works_is_said_to_work_and_the_test_costs_next_to_nothing() {
        Answer answer = admin.post(TEST, "{}").expect(200);

        assertThat(answer.at("works").booleanValue()).isTrue();
        assertThat(answer.text("detail")).isEqualTo("The key is accepted, and the model claude-tested answers");
        assertThat(answer.at("durationMs").isNumber()).isTrue();
        assertThat(provider.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.key()).isEqualTo(TestProvider.KEY);
            assertThat(asked.body().path("max_tokens").asInt()).isEqualTo(1);
        });
    }

    @Test
    void a_key_that_does_not_work_is_a_result_with_the_reason() {
        says(error(401, "authentication_error", Map.of()), "The provider refused the API key");
        says(error(404, "not_found_error", Map.of()), "The provider does not know the model, or this address");
        says(error(529, "overloaded_error", Map.of()), "The provider is overloaded");
        says(TestProvider.spendLimit(), "The spend limit at the provider is reached");
        says(raw(200, Map.of(), "<html>hello</html>"), "There is a server at the address, but not an AI provider");
        provider.close();
        assertThat(admin.post(TEST, "{}").text("detail")).isEqualTo("The provider could not be reached");
        set("ai.apiKey", null);
        assertThat(admin.post(TEST, "{}").text("detail")).isEqualTo("No API key is set");
    }

    @Test
    void a_test_is_in_the_audit_log_without_the_key() {
        admin.post(TEST, "{}").expect(200);

        Answer entries = admin.get("/api/audit?action=setting.test").expect(200);
        assertThat(entries.text("items/0/subject")).isEqualTo("ai.apiKey");
        assertThat(entries.at("items/0/after/works").booleanValue()).isTrue();
        assertThat(entries.body()).doesNotContain(TestProvider.KEY);
    }

    @Test
    void a_setting_without_a_test_and_an_unknown_one_are_refused() {
        admin.post("/api/settings/ai.model/test", "{}").refuses(409, "setting.no-test");
        admin.post("/api/settings/ai.nothing/test", "{}").refuses(404, "setting.unknown");
    }

    @Test
    void there_are_ten_tests_a_minute() {
        for (int i = 0; i < 10; i++) {
            admin.post(TEST, "{}").expect(200);
        }

        Answer refused = admin.post(TEST, "{}").refuses(429, "request.too-many");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        assertThat(provider.asked()).hasSize(10);
    }

    @Test
    void only_admins_test() {
        Api.as(Role.OPERATOR).post(TEST, "{}").refuses(403, "request.forbidden");
    }

    private void says(TestProvider.Reply reply, String detail) {
        provider.reply(reply);
        Answer answer = admin.post(TEST, "{}").expect(200);
        assertThat(answer.at("works").booleanValue()).isFalse();
        assertThat(answer.text("detail")).isEqualTo(detail);
        assertThat(answer.body()).doesNotContain(TestProvider.KEY);
    }

    private void set(String key, String value) {
        Map<String, String> body = new HashMap<>();
        body.put("value", value);
        admin.put("/api/settings/" + key, body).expect(200);
    }
}
