package ai.nominate.tenantmgr.web.guard;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.web.RawHttp;


import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed requests are refused with a problem, and are neither misread nor left hanging. */
@QuarkusTest
class OddRequestsTest {
    private static final String ID = "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TestFactory
    Stream<DynamicTest> an_address_that_others_would_tidy_up_leads_nowhere() {
        return Stream.of(
                        "/api//tenants",
                        "//api/tenants",
                        "/api/./tenants",
                        "/api/tenants/../settings",
                        "/api/tenants/..",
                        "/api/tenants/%2e%2e/settings",
                        "/api/tenants/..%2fsettings",
                        "/api/tenants/a%2Fb",
                        "/api/tenants/a%5cb",
                        "/api/tenants;x=1",
                        "/api/tenants/x;y=1",
                        "/api/tenants%3bx",
                        "/api/tenants/%00",
                        "/api/tenants/x%0d%0ay",
                        "/api/settings/deployment.watchTime%00",
                        "/api/deployments/%7f",
                        "/q/health/../metrics",
                        "/q//metrics",
                        "/API/tenants",
                        "*")
                .map(path -> DynamicTest.dynamicTest(
                        path,
                        () -> assertThat(RawHttp.ask("GET " + path))
                                .matches(answer -> answer.isProblem(404, "request.not-found"))));
    }

    @TestFactory
    Stream<DynamicTest> an_odd_id_is_unknown() {
        return Stream.of(ID, ID.toUpperCase(Locale.ROOT), "1-1-1-1-1", "%20", "%C3%28", "%ff", "-", "x".repeat(3000))
                .flatMap(id -> Stream.of("tenants/" + id, "tenants/" + id + "/config", "deployments/" + id))
                .map(path -> DynamicTest.dynamicTest(
                        path.length() < 80 ? path : path.substring(0, 80),
                        () -> assertThat(RawHttp.ask("GET /api/" + path))
                                .matches(answer -> answer.isProblem(404, path.split("s/")[0] + ".unknown"))));
    }

    /** The server itself refuses these before any of the product's filters. */
    @Test
    void an_address_that_is_none_is_refused() {
        for (String path : List.of("/api/tenants/%", "/api/tenants/{" + ID + "}", "/api/tenants?page=%zz", "/a b")) {
            assertThat(RawHttp.ask("GET " + path).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void what_is_too_large_is_refused_in_our_words() {
        assertThat(RawHttp.ask("GET /api/tenants/" + "x".repeat(9000)))
                .matches(answer -> answer.isProblem(414, "request.address-too-long"));
        assertThat(RawHttp.ask("GET /api/tenants?" + "a=1&".repeat(200)))
                .matches(answer -> answer.isProblem(400, "request.malformed"));
        assertThat(RawHttp.ask("GET /api/tenants", "X-A: " + "a".repeat(20_000) + "\r\n", ""))
                .matches(answer -> answer.isProblem(431, "request.headers-too-large"));
        assertThat(RawHttp.ask("GET /api/tenants", "X-A: b\r\n".repeat(3000), ""))
                .matches(answer -> answer.isProblem(431, "request.headers-too-large"));
        for (String length : List.of("1048577", "999999999999999999", "9223372036854775807")) {
            assertThat(RawHttp.ask("POST /api/tenants", JSON + "Content-Length: " + length + "\r\n", ""))
                    .matches(answer -> answer.isProblem(413, "request.too-large"));
        }
    }

    @Test
    void what_is_larger_than_anything_ends_the_connection_with_a_status() {
        assertThat(RawHttp.ask("GET /" + "x".repeat(100_000)).status()).isEqualTo(414);
        assertThat(RawHttp.ask("GET /", "X-A: " + "a".repeat(100_000) + "\r\n", "")
                        .status())
                .isEqualTo(431);
    }

    @Test
    void a_body_that_grows_too_large_as_it_comes_is_refused() {
        String body = "{\"name\":\"" + "x".repeat(2_000_000) + "\"}";
        RawHttp.Answer answer = RawHttp.ask(
                "POST /api/tenants",
                JSON + "Transfer-Encoding: chunked\r\n",
                Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void a_length_that_is_none_is_refused() {
        for (String length : List.of("abc", "-1", "1, 2", "99999999999999999999", "0x10", "+5")) {
            assertThat(RawHttp.ask("POST /api/tenants", JSON + "Content-Length: " + length + "\r\n", "{}")
                            .status())
                    .as(length)
                    .isEqualTo(400);
        }
        assertThat(RawHttp.ask("POST /api/tenants", JSON + "Content-Length: 2\r\nContent-Length: 3\r\n", "{}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_body_of_another_kind_is_not_read() {
        for (String headers : List.of(
                "",
                "Content-Type: \r\n",
                "Content-Type: application/json;charset=utf-16\r\n",
                "Content-Type: application/json; charset=\"iso-8859-1\"\r\n",
                JSON + "Content-Encoding: gzip\r\n",
                JSON + "Content-Encoding: identity\r\n")) {
            assertThat(RawHttp.ask("POST /api/tenants", headers + "Content-Length: 2\r\n", "{}"))
                    .as(headers)
                    .matches(answer -> answer.isProblem(415, "request.unsupported-media-type"));
        }
        assertThat(RawHttp.ask(
                        "POST /api/tenants",
                        "Content-Type: application/json; charset=UTF-8\r\nContent-Length: 2\r\n",
                        "{}"))
                .matches(answer -> answer.isProblem(400, "request.invalid"));
    }

    @Test
    void a_request_without_a_host_is_refused_without_a_word_about_our_classes() {
        for (String host : List.of("", "Host: a b\r\n")) {
            RawHttp.Answer answer = RawHttp.send("GET /api/tenants HTTP/1.1\r\nConnection: close\r\n" + host + "\r\n");
            assertThat(answer).matches(refusal -> refusal.isProblem(400, "request.malformed"));
            assertThat(answer.text()).doesNotContain("vertx", "Exception");
        }
    }

    @Test
    void a_header_that_is_none_is_refused() {
        for (String header : List.of("X A: b\r\n", "X-A: b\u0000c\r\n")) {
            assertThat(RawHttp.ask("GET /api/tenants", header, "").status())
                    .as(header)
                    .isEqualTo(400);
        }
    }

    @Test
    void a_method_is_what_the_first_line_says() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(RawHttp.ask("POST /api/tenants/x", header + ": GET\r\nContent-Length: 0\r\n", ""))
                    .matches(answer -> answer.isProblem(405, "request.method-not-allowed"));
        }
        assertThat(RawHttp.ask("BREW /api/tenants"))
                .matches(answer -> answer.isProblem(405, "request.method-not-allowed"));
        assertThat(RawHttp.ask("HEAD /api/tenants").status()).isEqualTo(200);
        assertThat(RawHttp.ask("OPTIONS /api/tenants").text()).contains("200 OK", "Allow: ");
    }

    @Test
    void nobody_leaves_http_1_for_a_tunnel() throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var request = HttpRequest.newBuilder(Api.uri("/api/auth/login"))
                    .header("Content-Type", "application/json")
                    .timeout(Duration.ofSeconds(10))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"));

            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
            assertThat(answer.statusCode()).isBetween(400, 401);
        }
    }

    @Test
    void unknown_parameters_and_a_trailing_slash_are_nothing_odd() {
        assertThat(RawHttp.ask("GET /api/tenants?nonsense=1&page=0").status()).isEqualTo(200);
        assertThat(RawHttp.ask("GET /api/tenants/").status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> json_that_means_two_things_or_nothing_is_malformed() {
        return Stream.of(
                        "{\"name\":\"a\",\"name\":\"b\"}",
                        "{\"config\":{\"env\":{\"A\":{\"value\":\"1\",\"secret\":false},\"A\":{\"value\":\"2\",\"secret\":false}}}}",
                        "{\"name\":\"x\"} trailing",
                        "{\"name\":\"x\"}{}",
                        "[".repeat(2000),
                        "{\"config\":".repeat(60),
                        "{\"" + "k".repeat(2000) + "\":1}",
                        "// comment\n{}",
                        "{name:1}",
                        "\u00ff{}")
                .map(body -> DynamicTest.dynamicTest(
                        body.substring(0, Math.min(30, body.length())),
                        () -> assertThat(posted(body))
                                .satisfies(answer -> assertThat(answer.status()).isEqualTo(400))
                                .matches(answer -> answer.text().contains("application/problem+json"))));
    }

    @TestFactory
    Stream<DynamicTest> a_value_of_another_kind_is_named() {
        return Stream.of(
                        "{\"name\":\"a\\u0000b\"} name",
                        "{\"name\":\"\\ud800\"} name",
                        "{\"name\":\"\\udfff\\ud800\"} name",
                        "{\"config\":{\"env\":{\"A\":{\"value\":\"x\\udfff\",\"secret\":false}}}} config.env.A.value",
                        "{\"name\":5} name",
                        "{\"name\":true} name",
                        "{\"name\":[\"x\"]} name",
                        "{\"aliases\":\"x\"} aliases",
                        "{\"ports\":{\"frontend\":1e999999999}} ports.frontend",
                        "{\"ports\":{\"frontend\":99999999999}} ports.frontend",
                        "{\"ports\":{\"frontend\":1.5}} ports.frontend",
                        "{\"ports\":{\"frontend\":\"8080\"}} ports.frontend")
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    int space = line.lastIndexOf(' ');
                    assertThat(posted(line.substring(0, space)))
                            .matches(answer -> answer.isProblem(400, "request.invalid"))
                            .matches(answer ->
                                    answer.text().contains("\"field\":\"" + line.substring(space + 1) + "\""));
                }));
    }

    private static RawHttp.Answer posted(String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return RawHttp.ask("POST /api/tenants", JSON + "Content-Length: " + length + "\r\n", body);
    }
}
