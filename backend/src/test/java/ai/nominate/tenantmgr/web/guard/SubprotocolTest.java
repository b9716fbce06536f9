package ai.nominate.tenantmgr.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A token in a WebSocket's subprotocol: one accepted form, and a short refusal for everything else. */
@QuarkusTest
class SubprotocolTest {
    private static final List<String> PATHS = List.of("/", "/api/tenants", "/api/nothing", "/ws/events", "/q/metrics");
    private static final String UPGRADE =
            "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private final String token = TestTokens.of(Role.VIEWER);

    @TestFactory
    Stream<DynamicTest> a_malformed_subprotocol_is_refused_on_every_path_with_a_short_problem() {
        return Stream.of(
                        "quarkus-http-upgrade",
                        "quarkus-http-upgrade#",
                        "quarkus-http-upgrade%23A",
                        "quarkus-http-upgrade#Authorization",
                        "quarkus-http-upgrade#Authorization#Bearer%20a#b",
                        "quarkus-http-upgrade#Authorization#Bearer%zz",
                        "quarkus-http-upgrade#Authorization#Bearer%20a%0d%0aX-Role:%20admin",
                        "quarkus-http-upgrade#Authorization#Basic%20YTpi",
                        "quarkus-http-upgrade#X-Forwarded-For#6.6.6.6",
                        "quarkus-http-upgrade#X-Tenantmgr-Proxy#x",
                        "quarkus-http-upgrade#Cookie#tm_access=x",
                        "QUARKUS-HTTP-UPGRADE%23Authorization",
                        "quarkus-http-upgrade-2",
                        "quarkus-http-upgrade%",
                        "bearer-token-carrier, quarkus-http-upgrade",
                        "bearer-token-carrier, quarkus-http-upgrade#Authorization#Bearer%20a, "
                                + "quarkus-http-upgrade#Authorization#Bearer%20b",
                        "quarkus-http-upgrade#Authorization#Bearer%20without-the-carrier",
                        "quarkus-http-upgrade, quarkus-http-upgrade, quarkus-http-upgrade",
                        "quarkus-http-upgrade#Authorization#Bearer%20" + "a".repeat(6000))
                .flatMap(subprotocol -> PATHS.stream()
                        .map(path -> DynamicTest.dynamicTest(path + " " + subprotocol, () -> {
                            RawHttp.Answer answer = anonymous(path, "Sec-WebSocket-Protocol: " + subprotocol + "\r\n");
                            assertThat(answer).matches(refusal -> refusal.isProblem(400, "request.malformed"));
                            assertThat(answer.text()).hasSizeLessThan(1000).doesNotContain("Exception", "io.quarkus");
                        })));
    }

    @Test
    void a_refusal_writes_at_most_one_line_and_no_stack_trace() {
        List<LogRecord> lines = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Logger refusals = Logger.getLogger("ai.nominate.tenantmgr.web.RefusalLog");
        refusals.setLevel(Level.INFO);
        root.addHandler(listener);
        try {
            for (int i = 0; i < 20; i++) {
                anonymous("/api/x", "Sec-WebSocket-Protocol: quarkus-http-upgrade%zz\r\n");
            }
        } finally {
            root.removeHandler(listener);
            refusals.setLevel(null);
        }

        assertThat(lines).filteredOn(line -> line.getThrown() != null).isEmpty();
        assertThat(lines)
                .filteredOn(line -> "ai.nominate.tenantmgr.web.RefusalLog".equals(line.getLoggerName()))
                .hasSizeBetween(1, 20);
        assertThat(lines)
                .filteredOn(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .isEmpty();
    }

    @Test
    void a_websocket_opens_with_a_token_in_either_spelling() {
        for (String carried : List.of(
                "quarkus-http-upgrade#Authorization#Bearer%20" + token,
                "quarkus-http-upgrade%23Authorization%23Bearer%20" + token)) {
            RawHttp.Answer answer = upgrade("bearer-token-carrier, " + carried, "");
            assertThat(answer.status()).as(carried).isEqualTo(101);
            assertThat(answer.text())
                    .contains("ec-websocket-protocol: bearer-token-carrier")
                    .doesNotContain(token);
        }
    }

    @Test
    void a_token_that_is_no_longer_valid_does_not_open_a_websocket() {
        assertThat(upgrade("bearer-token-carrier, quarkus-http-upgrade#Authorization#Bearer%20" + token + "x", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_second_token_beside_the_header_is_refused() {
        assertThat(upgrade(
                        "bearer-token-carrier, quarkus-http-upgrade#Authorization#Bearer%20" + token,
                        "Authorization: Bearer " + token + "\r\n"))
                .matches(refusal -> refusal.isProblem(400, "request.malformed"));
    }

    @Test
    void a_request_that_is_no_websocket_is_not_authenticated_by_a_subprotocol() {
        assertThat(anonymous(
                                "/api/tenants",
                                "Sec-WebSocket-Protocol: bearer-token-carrier, "
                                        + "quarkus-http-upgrade#Authorization#Bearer%20" + token + "\r\n")
                        .status())
                .isEqualTo(401);
    }

    /** Other filters of the framework that come before a resource: none may answer with a server error. */
    @Test
    void an_incomplete_upgrade_or_an_odd_header_is_no_server_error() {
        for (String odd : List.of(
                "Upgrade: websocket\r\n",
                "Upgrade: websocket\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x\r\n",
                "Upgrade: websocket\r\nSec-WebSocket-Key: not-base64!\r\n",
                "Upgrade: h2c\r\nHTTP2-Settings: !!\r\n",
                "Upgrade: websocket, h2c\r\n",
                "Range: bytes=9-1\r\n",
                "Cookie: \"=;;=\u0007;tm_access=\r\n",
                "Accept-Language: %zz;q=abc\r\n",
                "Accept-Encoding: gzip;q=zz\r\n",
                "If-None-Match: W/\"\r\n",
                "Authorization: Negotiate %zz\r\n",
                "X-Forwarded-For: %zz, , \r\n",
                "Forwarded: for=\"[::1\r\n",
                "Expect: 200-maybe\r\n")) {
            for (String credential : credentials(odd)) {
                for (String path : List.of("/api/tenants", "/ws/events")) {
                    RawHttp.Answer answer = RawHttp.head("GET " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n" + odd + credential + "\r\n");
                    assertThat(answer.status())
                            .as(path + " " + odd + credential)
                            .isBetween(200, 499);
                    assertThat(answer.text()).doesNotContain("Exception", "\tat ");
                }
            }
        }
    }

    private List<String> credentials(String odd) {
        return odd.startsWith("Authorization") ? List.of("") : List.of("", "Authorization: Bearer " + token + "\r\n");
    }

    private static RawHttp.Answer anonymous(String path, String headers) {
        return RawHttp.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static RawHttp.Answer upgrade(String subprotocols, String headers) {
        return RawHttp.head("GET /ws/events HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n" + UPGRADE
                + "Sec-WebSocket-Protocol: " + subprotocols + "\r\n" + headers + "\r\n");
    }
}
