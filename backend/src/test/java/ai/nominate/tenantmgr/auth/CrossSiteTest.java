package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/**
 * Browsers send cookies automatically, so a request with a cookie must prove that it comes from the manager's own page.
 */
@QuarkusTest
class CrossSiteTest {
    private static final String CHANGE = "/api/settings/deployment.watchTime";
    private static final Map<String, String> BODY = Map.of("value", "5s");
    private static final String NO_DEPLOYMENT = "/ws/deployments/00000000-0000-0000-0000-000000000000";

    private final String own = Api.uri("").toString();
    private final String cookie = "tm_access=" + TestTokens.of(Role.ADMIN);
    private final Api browser = Api.anonymous().with("Cookie", cookie);

    @Test
    void our_page_reads_and_changes() {
        browser.get("/api/settings").expect(200);
        browser.with("X-Requested-With", "tenantmgr")
                .with("Origin", own)
                .put(CHANGE, BODY)
                .expect(200);
    }

    @Test
    void a_change_without_the_header_is_refused() {
        browser.with("Origin", own).put(CHANGE, BODY).refuses(401, "request.unauthenticated");
    }

    @Test
    void a_change_from_another_origin_is_refused() {
        Api page = browser.with("X-Requested-With", "tenantmgr");

        for (String origin : new String[] {"https://evil.example", "null", own + "0", own + ".evil.example", ""}) {
            page.with("Origin", origin).put(CHANGE, BODY).refuses(403, "request.cross-origin");
        }
    }

    @Test
    void an_origin_that_is_allowed_calls_with_a_token_and_not_with_the_cookie() {
        Api friend = Api.anonymous().with("Origin", "https://friend.example");

        Api.Answer asked = friend.with("Access-Control-Request-Method", "PUT")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", CHANGE, null)
                .expect(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        Api.Answer changed = friend.with("Authorization", "Bearer " + TestTokens.of(Role.ADMIN))
                .put(CHANGE, BODY)
                .expect(200);
        assertThat(changed.header("Access-Control-Allow-Origin")).isEqualTo("https://friend.example");
        assertThat(changed.header("Vary")).containsIgnoringCase("Origin");
        friend.with("Cookie", cookie)
                .with("X-Requested-With", "tenantmgr")
                .put(CHANGE, BODY)
                .refuses(401, "request.unauthenticated");
    }

    @Test
    void an_origin_that_is_not_allowed_is_not_answered_its_question_either() {
        Api.Answer asked = Api.anonymous()
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "PUT")
                .send("OPTIONS", CHANGE, null)
                .refuses(403, "request.cross-origin");
        assertThat(asked.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void no_answer_of_the_api_is_a_page_that_can_be_framed_or_sniffed() {
        for (Api.Answer answer : java.util.List.of(
                browser.get("/api/settings"),
                Api.anonymous().get("/api/tenants"),
                Api.anonymous().get("/api/nothing"))) {
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        }
        assertThat(browser.get("/api/auth/me").expect(200).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void another_origin_is_not_told_that_it_may_read() {
        assertThat(browser.with("Origin", "https://evil.example")
                        .get("/api/settings")
                        .header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void a_program_with_a_token_needs_neither() {
        Api.admin().put(CHANGE, BODY).expect(200);
    }

    @Test
    void a_websocket_of_our_page_opens() {
        WebSocket socket = open("Cookie", cookie, "Origin", own).join();
        socket.abort();
    }

    @Test
    void a_websocket_of_another_page_or_without_an_origin_or_a_cookie_does_not_open() {
        assertThatThrownBy(() ->
                        open("Cookie", cookie, "Origin", "https://evil.example").join())
                .satisfies(e -> assertThat(status(e)).isIn(401, 403));
        assertThatThrownBy(() -> open("Cookie", cookie).join())
                .satisfies(e -> assertThat(status(e)).isEqualTo(401));
        assertThatThrownBy(() -> open("Origin", own).join())
                .satisfies(e -> assertThat(status(e)).isEqualTo(401));
    }

    @Test
    void a_program_opens_a_websocket_with_its_token_in_the_subprotocol() {
        String token = "quarkus-http-upgrade#Authorization#Bearer%20" + TestTokens.of(Role.VIEWER);
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("bearer-token-carrier", token)
                .buildAsync(socket(), new Quiet())
                .join();
        socket.abort();
    }

    private static CompletableFuture<WebSocket> open(String... headers) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder.buildAsync(socket(), new Quiet());
    }

    private static URI socket() {
        return URI.create(Api.uri(NO_DEPLOYMENT).toString().replace("http:", "ws:"));
    }

    private static int status(Throwable e) {
        assertThat(e).isInstanceOf(CompletionException.class).hasCauseInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }

    private static final class Quiet implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            return null;
        }
    }
}
