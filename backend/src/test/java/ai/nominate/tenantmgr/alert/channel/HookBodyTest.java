package ai.nominate.tenantmgr.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Secret;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HookBodyTest {
    private static final Notice NOTICE = new Notice(
            new UUID(1, 1),
            new UUID(2, 2),
            "opened",
            "health",
            "critical",
            "demo: <script> & more",
            "It answers 502",
            "demo",
            "one",
            Instant.parse("2026-03-01T12:00:00Z"),
            null,
            "https://panel.example.org/alerts/2");

    @Test
    void a_body_is_signed_as_github_signs() {
        // the example of GitHub's documentation
        assertThat(HookBody.signature(
                        new Secret("It's a Secret to Everybody"), "Hello, World!".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }

    @Test
    void a_body_says_what_is_wrong_and_no_secret() {
        JsonObject body = new JsonObject(new String(HookBody.json(NOTICE), StandardCharsets.UTF_8));

        assertThat(body.getString("event")).isEqualTo("alert.opened");
        assertThat(body.getString("id")).isEqualTo(new UUID(1, 1).toString());
        assertThat(body.getJsonObject("alert").getString("tenant")).isEqualTo("demo");
        assertThat(body.getJsonObject("alert").getString("endedAt")).isNull();
    }

    @Test
    void slack_gets_its_markup_escaped() {
        String text = new JsonObject(new String(HookBody.slack(NOTICE), StandardCharsets.UTF_8)).getString("text");

        assertThat(text)
                .contains("Critical: demo: &lt;script&gt; &amp; more", "<https://panel.example.org/alerts/2|")
                .doesNotContain("<script>");
    }

    @Test
    void an_address_is_https_unless_it_is_near() {
        assertThat(HookUrl.of("https://hooks.example.org/a?b=c"))
                .satisfies(url -> assertThat(url.target()).isEqualTo("/a?b=c"));
        assertThat(HookUrl.of("http://localhost:9000").port()).isEqualTo(9000);
        for (String wrong : List.of(
                "http://hooks.example.org/",
                "ftp://example.org",
                "https://user@example.org/",
                "https://",
                "javascript:1",
                "https://example.org/#x",
                "https://exa mple.org",
                "https://0x7f.1/")) {
            assertThatThrownBy(() -> HookUrl.of(wrong)).as(wrong).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void a_refusal_is_final_and_an_overload_is_not() {
        assertThat(SendResult.ofStatus(204, null)).isInstanceOf(SendResult.Sent.class);
        assertThat(SendResult.ofStatus(301, null)).isInstanceOf(SendResult.Failed.class);
        assertThat(SendResult.ofStatus(410, null)).isInstanceOf(SendResult.Failed.class);
        assertThat(SendResult.ofStatus(503, "30"))
                .isEqualTo(new SendResult.Later("The receiver answered 503", Optional.of(Duration.ofSeconds(30))));
        assertThat(SendResult.ofStatus(429, "later"))
                .isEqualTo(new SendResult.Later("The receiver answered 429", Optional.empty()));
    }
}
