package ai.nominate.tenantmgr.log;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** The manager's log and its requests over HTTP, with the real table. */
@QuarkusTest
class LogResourceTest {
    private static final Logger LOG = Logger.getLogger("some.library");

    private final Api operator = Api.as(Role.OPERATOR);
    private final String word = "w" + UUID.randomUUID();

    @Test
    void what_the_manager_logs_can_be_read_with_its_level_and_its_logger() {
        LOG.warnf("the disk is nearly full: %s", word);

        JsonNode entry = found("/api/logs?search=" + word).getFirst();

        assertThat(entry.path("level").asText()).isEqualTo("warn");
        assertThat(entry.path("source").asText()).isEqualTo("manager");
        assertThat(entry.path("logger").asText()).isEqualTo("some.library");
        assertThat(entry.path("text").asText()).isEqualTo("the disk is nearly full: " + word);
        assertThat(items("/api/logs?level=error&search=" + word)).isEmpty();
        assertThat(items("/api/logs?source=request&search=" + word)).isEmpty();
    }

    @Test
    void a_request_is_an_entry_with_who_made_it_and_without_its_query() {
        operator.with("X-Request-Id", word).get("/api/tenants?search=hunter2").expect(200);
        operator.with("X-Request-Id", word).get("/q/health/live").expect(200);

        List<JsonNode> entries = found("/api/logs?source=request&search=" + word);

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.path("method").asText()).isEqualTo("GET");
            assertThat(entry.path("path").asText()).isEqualTo("/api/tenants");
            assertThat(entry.path("status").asInt()).isEqualTo(200);
            assertThat(entry.path("actor").asText()).isNotEmpty();
            assertThat(entry.path("requestId").asText()).isEqualTo(word);
        });
    }

    @Test
    void a_secret_in_somebody_elses_message_is_masked() {
        LOG.warnf("cannot connect to postgres://tm:hunter2@db/x %s", word);

        assertThat(found("/api/logs?search=" + word).getFirst().path("text").asText())
                .contains("•••")
                .doesNotContain("hunter2");
    }

    @Test
    void pages_go_both_ways_and_each_entry_is_on_one_of_them() {
        for (int i = 0; i < 7; i++) {
            LOG.warnf("%s number %d", word, i);
        }
        eventually("all are stored", () -> items("/api/logs?search=" + word).size() == 7);

        List<String> texts = new ArrayList<>();
        JsonNode page = page("/api/logs?limit=3&search=" + word);
        for (int i = 0; i < 3; i++) {
            texts.addAll(0, texts(page));
            JsonNode older = page.path("olderSeq");
            page = older.isNull() ? null : page("/api/logs?limit=3&search=" + word + "&beforeSeq=" + older.asLong());
        }
        assertThat(texts).hasSize(7).isSorted();

        long first = items("/api/logs?search=" + word).getFirst().path("seq").asLong();
        JsonNode newer = page("/api/logs?limit=4&search=" + word + "&afterSeq=" + first);
        assertThat(texts(newer)).containsExactlyElementsOf(texts.subList(1, 5));
        newer = page("/api/logs?limit=4&search=" + word + "&afterSeq="
                + newer.path("newerSeq").asLong());
        assertThat(texts(newer)).containsExactlyElementsOf(texts.subList(5, 7));
    }

    @Test
    void a_limited_token_gets_what_is_about_its_tenants_alone() {
        String own = "o" + UUID.randomUUID().toString().substring(0, 8);
        String other = "h" + UUID.randomUUID().toString().substring(0, 8);
        for (String slug : List.of(own, other)) {
            operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                    .expect(201);
            operator.get("/api/tenants/" + slug).expect(200);
        }
        String token = operator.post("/api/tokens", Map.of("name", own, "role", "operator", "tenants", List.of(own)))
                .expect(201)
                .text("token");
        Api limited = Api.anonymous().with("Authorization", "Bearer " + token);
        LOG.warnf("about nobody %s", word);
        found("/api/logs?search=" + word);

        eventually(
                "the request is stored",
                () -> limited.get("/api/logs?limit=1000").expect(200).body().contains("/api/tenants/" + own));
        assertThat(limited.get("/api/logs?limit=1000").body()).doesNotContain(other, word);
        assertThat(limited.get("/api/logs/export").expect(200).body())
                .contains(own)
                .doesNotContain(other, word);
        limited.get("/api/logs?tenant=" + other).refuses(404, "tenant.unknown");
        assertThat(items("/api/logs?limit=1000&tenant=" + own))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.path("tenantId").asText())
                        .isEqualTo(operator.get("/api/tenants/" + own).text("id")));
    }

    @Test
    void what_is_not_valid_is_named() {
        assertThat(operator.get("/api/logs?level=loud&source=x&run=1&from=now&to=x&limit=0&afterSeq=-1")
                        .expect(400)
                        .fields())
                .containsExactlyInAnyOrder("limit", "afterSeq");
        assertThat(operator.get("/api/logs?level=loud&source=x&run=1&from=now&to=x")
                        .expect(400)
                        .fields())
                .containsExactlyInAnyOrder("level", "source", "run", "from", "to");
        assertThat(operator.get("/api/logs?afterSeq=1&beforeSeq=2").expect(400).fields())
                .containsExactly("afterSeq");
        assertThat(operator.get("/api/logs/export?format=xls").expect(400).fields())
                .containsExactly("format");
    }

    @Test
    void new_entries_come_live_and_a_stream_resumes_where_it_was() throws Exception {
        List<String> first = new CopyOnWriteArrayList<>();
        try (HttpClient client = follow("?level=warn&search=" + word, first)) {
            eventually("the stream is open", () -> !first.isEmpty());
            LOG.infof("not grave enough %s", word);
            LOG.warnf("one %s", word);
            eventually("the entry arrives", () -> first.stream().anyMatch(line -> line.contains("one " + word)));
            client.shutdownNow();
        }
        assertThat(first).noneMatch(line -> line.contains("not grave enough"));
        String seen = first.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((one, other) -> other)
                .orElseThrow()
                .substring(3)
                .strip();
        LOG.warnf("two %s", word);
        found("/api/logs?search=two%20" + word);

        List<String> resumed = new CopyOnWriteArrayList<>();
        try (HttpClient client = follow("?level=warn&search=" + word, resumed, "Last-Event-ID", seen)) {
            eventually("the entry arrives", () -> resumed.stream().anyMatch(line -> line.contains("two " + word)));
            client.shutdownNow();
        }
        assertThat(resumed).noneMatch(line -> line.contains("one " + word));
    }

    @Test
    void an_export_is_a_file_and_safe_in_a_spreadsheet() {
        LOG.warnf("=HYPERLINK(\"x\") %s", word);
        found("/api/logs?search=" + word);

        Api.Answer csv =
                operator.get("/api/logs/export?format=csv&search=" + word).expect(200);
        Api.Answer ndjson = operator.get("/api/logs/export?search=" + word).expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("attachment").contains(".csv");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body()).startsWith("seq,at,level,").contains("\"'=HYPERLINK(\"\"x\"\") " + word);
        assertThat(ndjson.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(ndjson.body().lines()).singleElement().asString().contains(word);
    }

    @Test
    void an_export_is_compressed_for_those_who_accept_it() throws Exception {
        LOG.warnf("compressed %s", word);
        found("/api/logs?search=" + word);
        HttpRequest request = HttpRequest.newBuilder(Api.uri("/api/logs/export?search=" + word))
                .header("Authorization", "Bearer " + TestTokens.of(Role.OPERATOR))
                .header("Accept-Encoding", "gzip")
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes())
                    .asString(UTF_8)
                    .contains("compressed " + word);
        }
    }

    private static HttpClient follow(String query, List<String> lines, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(Api.uri("/api/logs" + query))
                .header("Authorization", "Bearer " + TestTokens.of(Role.OPERATOR))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<Stream<String>> response =
                client.sendAsync(request.build(), BodyHandlers.ofLines()).get(10, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> {
            try (Stream<String> body = response.body()) {
                body.forEach(lines::add);
            } catch (RuntimeException e) {
                // the client was closed
            }
        });
        return client;
    }

    private List<JsonNode> found(String path) {
        eventually(
                path + " has entries",
                Duration.ofSeconds(20),
                () -> !items(path).isEmpty());
        return items(path);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(page(path).path("items").spliterator(), false)
                .toList();
    }

    private static List<String> texts(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(entry -> entry.path("text").asText())
                .toList();
    }

    private JsonNode page(String path) {
        try {
            return new ObjectMapper().readTree(operator.get(path).expect(200).body());
        } catch (java.io.IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
