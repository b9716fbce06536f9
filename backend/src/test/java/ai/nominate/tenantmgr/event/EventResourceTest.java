package ai.nominate.tenantmgr.event;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.event.Following.Message;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens reaches those who may see it, over SSE, WebSocket and in pages. */
@QuarkusTest
class EventResourceTest {
    @Inject
    AgroalDataSource database;

    private final List<Following> following = new ArrayList<>();

    @AfterEach
    void close() {
        following.forEach(Following::close);
    }

    @Test
    void a_tenant_that_is_created_is_told_over_sse_and_socket_alike() throws Exception {
        Following sse = sse(TestTokens.of(Role.VIEWER), "?topics=tenants");
        Following socket = socket(TestTokens.of(Role.VIEWER), "?topics=tenants");
        long begin = sse.message("ready").data().path("seq").asLong();
        socket.message("ready");

        String slug = slug();
        String tenant = tenant(slug);

        Message told = sse.change("tenant.created", tenant);
        Message frame = socket.change("tenant.created", tenant);
        assertThat(told.id()).isEqualTo(told.data().path("seq").asText());
        assertThat(told.data().path("seq").asLong()).isGreaterThan(begin);
        assertThat(told.data().path("topic").asText()).isEqualTo("tenants");
        assertThat(told.data().path("data").path("slug").asText()).isEqualTo(slug);
        assertThat(frame.data().path("seq")).isEqualTo(told.data().path("seq"));
        assertThat(frame.data().path("data")).isEqualTo(told.data().path("data"));
        assertThat(sse.messages())
                .allMatch(one -> !one.name().equals("change")
                        || one.data().path("topic").asText().equals("tenants"));
    }

    @Test
    void a_stream_resumes_after_the_last_event_id_and_each_event_is_told_once() throws Exception {
        Following first = sse(TestTokens.of(Role.VIEWER), "?topics=tenants");
        first.message("ready");
        String one = tenant(slug());
        String seen = first.change("tenant.created", one).id();
        first.close();
        String two = tenant(slug());

        Following resumed =
                keep(Following.overSse(TestTokens.of(Role.VIEWER), "?topics=tenants", "Last-Event-ID", seen));

        resumed.change("tenant.created", two);
        assertThat(resumed.changes("tenant.created", one)).isEmpty();
        assertThat(resumed.changes("tenant.created", two)).hasSize(1);
        assertThat(resumed.message("ready").id()).isEqualTo(seen);
    }

    @Test
    void every_change_of_a_feature_has_its_event() throws Exception {
        Following all = sse(TestTokens.of(Role.ADMIN), "");
        all.message("ready");
        String slug = slug();
        String tenant = tenant(slug);
        Api operator = Api.as(Role.OPERATOR);
        operator.put("/api/tenants/" + slug + "/config", Map.of("adminEmail", "b@example.org", "env", greeting()))
                .expect(200);
        operator.put("/api/tenants/" + slug, Map.of("name", "Renamed", "domain", slug + ".example"))
                .expect(200);
        String deployment = operator.post("/api/tenants/" + slug + "/deploy", "{}")
                .expect(202)
                .text("deploymentId");
        Api.admin()
                .put("/api/settings/deployment.watchTime", Map.of("value", "6s"))
                .expect(200);
        String user = Api.admin()
                .post("/api/users", Map.of("username", slug, "password", "correct horse battery", "role", "viewer"))
                .expect(201)
                .text("id");

        all.change("tenant.created", tenant);
        all.change("port.leased", tenant);
        assertThat(all.change("config.written", tenant)
                        .data()
                        .at("/data/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(all.change("tenant.changed", tenant).data().at("/data/name").asText())
                .isEqualTo("Renamed");
        assertThat(all.change("run.queued", tenant).data().at("/data/runId").asText())
                .isEqualTo(deployment);
        assertThat(all.change("tenant.moved", tenant).data().at("/data/status").asText())
                .isEqualTo("deploying");
        assertThat(all.change("setting.changed", "null").data().at("/data/key").asText())
                .isEqualTo("deployment.watchTime");
        assertThat(all.change("user.created", "null").data().at("/data/userId").asText())
                .isEqualTo(user);
        all.change("audit.recorded", tenant);
        assertThat(all.messages().toString()).doesNotContain("correct horse", "b@example.org");
        assertThat(all.messages().stream().map(one -> Long.parseLong(one.id())).toList())
                .isSorted();
    }

    @Test
    void a_change_that_is_refused_is_no_event() throws Exception {
        String slug = slug();
        tenant(slug);
        Following all = sse(TestTokens.of(Role.VIEWER), "?topics=tenants,ports");
        all.message("ready");

        Api.as(Role.OPERATOR)
                .post("/api/tenants", body(slug, slug + "-other.example"))
                .expect(409);
        String after = tenant(slug());

        all.change("tenant.created", after);
        assertThat(all.messages().stream()
                        .filter(one -> one.data().path("event").asText().equals("tenant.created")))
                .hasSize(1);
    }

    @Test
    void a_topic_that_is_none_and_one_that_is_not_for_the_role_are_refused() {
        Api viewer = Api.as(Role.VIEWER);
        for (String accept : List.of("application/json", "text/event-stream")) {
            for (String topics : List.of("nonsense", "tenants,", ",", "tenants,%20users")) {
                Api.Answer answer = viewer.with("Accept", accept)
                        .get("/api/events?topics=" + topics)
                        .expect(400);
                answer.refuses(400, "request.invalid");
                assertThat(answer.fields()).containsExactly("topics");
            }
            viewer.with("Accept", accept)
                    .get("/api/events?topics=tenants,users")
                    .refuses(403, "request.forbidden");
            assertThat(viewer.with("Accept", accept)
                            .get("/api/events?afterSeq=x")
                            .expect(400)
                            .fields())
                    .containsExactly("afterSeq");
        }
    }

    @Test
    void a_socket_that_asks_for_what_it_may_not_have_is_closed_with_a_reason() throws Exception {
        String token = TestTokens.of(Role.VIEWER);

        assertThat(socket(token, "?topics=users").ended.get(10, TimeUnit.SECONDS))
                .isEqualTo(4403);
        assertThat(socket(token, "?topics=nonsense").ended.get(10, TimeUnit.SECONDS))
                .isEqualTo(4400);
        assertThat(socket(token, "?afterSeq=-1").ended.get(10, TimeUnit.SECONDS))
                .isEqualTo(4400);
    }

    @Test
    void accounts_are_told_to_admins_only() throws Exception {
        Following admin = sse(TestTokens.of(Role.ADMIN), "");
        Following viewer = sse(TestTokens.of(Role.VIEWER), "");
        admin.message("ready");
        viewer.message("ready");
        String name = slug();
        Api.admin()
                .post("/api/users", Map.of("username", name, "password", "correct horse battery", "role", "viewer"))
                .expect(201);
        String after = tenant(slug());

        admin.change("user.created", "null");
        viewer.change("tenant.created", after);
        assertThat(viewer.messages().toString()).doesNotContain("user.created", name);
    }

    @Test
    void a_limited_token_hears_of_its_tenants_only() throws Exception {
        String ownSlug = slug();
        String own = tenant(ownSlug);
        String token = Api.as(Role.OPERATOR)
                .post("/api/tokens", Map.of("name", "for " + ownSlug, "role", "viewer", "tenants", List.of(ownSlug)))
                .expect(201)
                .text("token");
        long before = number("select coalesce(max(seq), 0) from event");
        Following limited = sse(token, "?afterSeq=" + before);
        Following socket = socket(token, "?afterSeq=" + before);

        String other = tenant(slug());
        Api.as(Role.OPERATOR)
                .put("/api/tenants/" + ownSlug, Map.of("name", "Renamed", "domain", ownSlug + ".example"))
                .expect(200);

        for (Following one : List.of(limited, socket)) {
            one.change("tenant.changed", own);
            assertThat(one.messages().toString()).doesNotContain(other);
            assertThat(one.messages())
                    .allMatch(message -> !message.name().equals("change")
                            || message.data().path("tenantId").asText().equals(own));
        }
        Api.Answer page = Api.anonymous()
                .with("Authorization", "Bearer " + token)
                .get("/api/events?limit=1000&afterSeq=" + before)
                .expect(200);
        assertThat(page.body()).contains(own).doesNotContain(other);
    }

    @Test
    void a_stream_ends_when_the_role_of_its_user_changes() throws Exception {
        String name = slug();
        String id = Api.admin()
                .post("/api/users", Map.of("username", name, "password", "correct horse battery", "role", "admin"))
                .expect(201)
                .text("id");
        String token = Api.anonymous()
                .post("/api/auth/login", Map.of("username", name, "password", "correct horse battery"))
                .expect(200)
                .text("accessToken");
        Following sse = sse(token, "?topics=users");
        Following socket = socket(token, "?topics=users");
        sse.message("ready");
        socket.message("ready");

        Api.admin().put("/api/users/" + id, Map.of("role", "viewer")).expect(200);

        assertThat(sse.ended.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(socket.ended.get(10, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    /** As another manager does it: this one hears of it by the event alone. */
    @Test
    void a_stream_ends_when_another_manager_revokes_its_token() throws Exception {
        var made = Api.as(Role.OPERATOR)
                .post("/api/tokens", Map.of("name", slug(), "role", "viewer"))
                .expect(201);
        Following sse = sse(made.text("token"), "?topics=tenants");
        sse.message("ready");

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("delete from api_token where id = '" + made.text("id") + "'");
            UUID user = UUID.nameUUIDFromBytes("some-operator".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            statement.execute("insert into event (topic, type, payload) values ('users', 'token.removed', "
                    + "'{\"userId\":\"" + user + "\"}')");
            connection.commit();
        }

        assertThat(sse.ended.get(10, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void a_page_says_where_to_go_on_and_what_is_lost() throws Exception {
        long newest =
                Api.as(Role.VIEWER).get("/api/events").expect(200).at("lastSeq").asLong();
        String tenant = tenant(slug());

        Api.Answer page = Api.as(Role.VIEWER)
                .get("/api/events?topics=tenants&afterSeq=" + newest)
                .expect(200);

        assertThat(page.at("items/0/tenantId").asText()).isEqualTo(tenant);
        assertThat(page.at("lastSeq").asLong()).isGreaterThan(newest);
        assertThat(page.at("gap").isNull() || page.at("gap").isMissingNode()).isTrue();
    }

    @Test
    void a_consumer_stores_how_far_it_has_come() throws Exception {
        Api.as(Role.ADMIN)
                .post("/api/users", Map.of("username", slug(), "password", "a-long-password", "role", "viewer"))
                .expect(201);
        long written = number("select max(seq) from event where topic = 'users'");

        eventually(
                "the consumer of accounts has come this far",
                () -> number(
                                "select coalesce(max(seq), 0) from event_position where consumer like 'deployment.disabled-users/%'")
                        >= written);
    }

    private long number(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Following sse(String token, String query) throws Exception {
        return keep(Following.overSse(token, query));
    }

    private Following socket(String token, String query) {
        return keep(Following.overSocket(token, query));
    }

    private Following keep(Following one) {
        following.add(one);
        return one;
    }

    private static String slug() {
        return "e" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String tenant(String slug) {
        return Api.as(Role.OPERATOR)
                .post("/api/tenants", body(slug, slug + ".example"))
                .expect(201)
                .text("id");
    }

    private static Map<String, Object> body(String slug, String domain) {
        return Map.of(
                "name",
                slug,
                "slug",
                slug,
                "domain",
                domain,
                "config",
                Map.of("adminEmail", "a@example.org", "env", greeting()));
    }

    private static Map<String, Object> greeting() {
        return Map.of("GREETING", Map.of("value", "hello"));
    }
}
