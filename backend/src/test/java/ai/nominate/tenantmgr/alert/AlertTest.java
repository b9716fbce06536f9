package ai.nominate.tenantmgr.alert;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * From a failed deployment to an SMTP server and a webhook receiver and back. The manager's own loop rests, so that each look and each
 * try is a step of the test; a manager that takes over is a look over the same rows, because nothing else is kept.
 */
@QuarkusTest
class AlertTest {
    private static final String SECRET = "CANARY-alert-secret-9f1c";
    private static final String PASSWORD = "CANARY-smtp-password-77";

    private final Api admin = Api.admin();
    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "al" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> made = new ArrayList<>();
    private GreenMail mail;
    private Receiver receiver;
    private String tenant;

    @Inject
    AlertDuty duty;

    @Inject
    AlertLook look;

    @Inject
    MessageSender sender;

    @Inject
    Claims claims;

    @Inject
    Clock clock;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void servers_and_a_tenant() throws Exception {
        duty.end();
        receiver = new Receiver();
        mail = new GreenMail(new ServerSetup(0, Receiver.HOST, ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("manager", PASSWORD);
        set("mail.host", Receiver.HOST);
        set("mail.port", Integer.toString(mail.getSmtp().getPort()));
        set("mail.security", "none");
        set("mail.user", "manager");
        set("mail.password", PASSWORD);
        set("mail.from", "tm@example.org");
        set("mail.pageAddress", "https://panel.example.org");
        tenant = operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201)
                .text("id");
    }

    @AfterEach
    void everything_as_before() throws SQLException {
        made.forEach(path -> admin.send("DELETE", path, null));
        execute("delete from alert where tenant_id = '" + tenant + "'");
        execute("delete from run where subject_id = '" + tenant + "'");
        for (String key : List.of("host", "port", "security", "user", "password", "from", "pageAddress")) {
            set("mail." + key, null);
        }
        receiver.close();
        mail.stop();
        duty.begin(Permit.ALWAYS);
    }

    @Test
    void an_alert_reaches_mail_and_webhook_once_and_so_does_its_end_over_a_manager_that_is_killed() throws Exception {
        String email = channel(Map.of("kind", "email", "addresses", List.of("ops@example.org")));
        String hook = channel(Map.of("kind", "webhook", "url", receiver.url(), "secret", SECRET));
        rule(List.of(email, hook), Map.of("delaySeconds", 0));

        deployment("failed");
        look.look(Permit.ALWAYS);
        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);

        assertThat(mails()).singleElement().satisfies(message -> {
            assertThat(message.getSubject())
                    .isEqualTo("[Tenant Manager] Critical: " + slug + ": the last deployment failed");
            assertThat(message.getContent().toString())
                    .contains("No release serves", "https://panel.example.org/alerts/");
        });
        assertThat(hooks("alert.opened")).singleElement().satisfies(told -> {
            assertThat(told.signature()).isEqualTo("sha256=" + hmac(told.body()));
            assertThat(told.body()).contains("\"tenant\":\"" + slug + "\"").doesNotContain(SECRET);
        });
        JsonNode alert = alert();
        assertThat(alert.path("severity").asText()).isEqualTo("critical");

        deployment("succeeded");
        look.look(Permit.ALWAYS);
        List<Claims.Claim> taken = Reactive.transaction(() -> claims.take(10, clock.instant()));
        assertThat(taken)
                .as("a manager took both messages, and is killed before it sends them")
                .hasSize(2);
        sender.send(Permit.ALWAYS);
        assertThat(mails()).as("what another one has claimed is not sent").hasSize(1);
        execute("update alert_delivery set due_at = due_at - interval '3 minutes' where alert_id = '" + id(alert)
                + "'");

        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);

        assertThat(mails())
                .hasSize(2)
                .last()
                .satisfies(message -> assertThat(message.getSubject()).startsWith("[Tenant Manager] Over: " + slug));
        assertThat(hooks("alert.over")).hasSize(1);
        JsonNode past = operator.get("/api/alerts/" + id(alert)).expect(200).json();
        assertThat(past.path("endedAt").isTextual()).isTrue();
        assertThat(past.path("deliveries"))
                .hasSize(4)
                .allSatisfy(
                        delivery -> assertThat(delivery.path("state").asText()).isEqualTo("sent"));
        nobody_can_read_a_secret();
    }

    @Test
    void a_message_that_is_sent_again_after_a_kill_has_the_same_id() throws Exception {
        String hook = channel(Map.of("kind", "webhook", "url", receiver.url(), "secret", SECRET));
        rule(List.of(hook), Map.of("delaySeconds", 0));
        deployment("failed");
        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);
        execute("update alert_delivery set state = 'waiting', ended_at = null, due_at = due_at - interval '1 hour'"
                + " where alert_id = '" + id(alert()) + "'"); // as if it was killed before it noted the result

        sender.send(Permit.ALWAYS);

        assertThat(hooks("alert.opened"))
                .hasSize(2)
                .extracting(Receiver.Hook::delivery)
                .containsOnly(hooks("alert.opened").getFirst().delivery());
    }

    @Test
    void what_is_over_or_acknowledged_before_it_was_sent_is_not_sent() throws Exception {
        String hook = channel(Map.of("kind", "webhook", "url", receiver.url(), "secret", SECRET));
        rule(List.of(hook), Map.of("delaySeconds", 600));
        deployment("failed");
        look.look(Permit.ALWAYS);
        String first = id(alert());

        Answer taken =
                operator.post("/api/alerts/" + first + "/acknowledge", "{}").expect(200);
        operator.post("/api/alerts/" + first + "/snooze", Map.of("minutes", 60)).expect(200);
        operator.post("/api/alerts/" + first + "/snooze", Map.of("minutes", 1))
                .refuses(400, "request.invalid")
                .names("minutes");
        Api.as(Role.VIEWER).post("/api/alerts/" + first + "/acknowledge", "{}").refuses(403, "request.forbidden");
        deployment("succeeded");
        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);

        assertThat(taken.text("deliveries/0/state")).isEqualTo("dropped");
        assertThat(taken.text("deliveries/0/detail")).contains("acknowledged");
        assertThat(receiver.hooks()).isEmpty();
        operator.post("/api/alerts/" + first + "/acknowledge", "{}").refuses(409, "alert.over");
    }

    @Test
    void a_receiver_that_refuses_is_seen_and_is_not_told_of_the_end() throws Exception {
        String hook = channel(Map.of("kind", "webhook", "url", receiver.url(), "secret", SECRET));
        rule(List.of(hook), Map.of("delaySeconds", 0));
        receiver.answers(410);
        deployment("failed");
        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);
        deployment("succeeded");
        look.look(Permit.ALWAYS);
        sender.send(Permit.ALWAYS);

        Answer history =
                operator.get("/api/alert-channels/" + hook + "/deliveries").expect(200);
        assertThat(history.at("items")).hasSize(1);
        assertThat(history.text("items/0/state")).isEqualTo("failed");
        assertThat(history.text("items/0/detail")).isEqualTo("The receiver answered 410");
        assertThat(hooks("alert.over")).isEmpty();

        receiver.answers(503);
        Answer test = admin.post("/api/alert-channels/" + hook + "/test", "{}").expect(200);
        assertThat(test.text("state")).isEqualTo("failed");
        assertThat(test.text("detail")).isEqualTo("The receiver answered 503");
        String inside = channel(Map.of("kind", "webhook", "url", "http://127.0.0.1:1/", "secret", SECRET));
        assertThat(admin.post("/api/alert-channels/" + inside + "/test", "{}")
                        .expect(200)
                        .text("detail"))
                .contains("not a public address");
    }

    @Test
    void rules_and_channels_name_what_is_wrong_with_them() {
        admin.post("/api/alert-channels", Map.of("name", "x", "kind", "email", "addresses", List.of("nobody")))
                .refuses(400, "request.invalid")
                .names("addresses");
        admin.post("/api/alert-channels", Map.of("name", "x", "kind", "webhook", "url", "http://hooks.example.org"))
                .refuses(400, "request.invalid")
                .names("url");
        String hook = channel(Map.of("kind", "webhook", "url", "https://hooks.example.org/a"));
        admin.post("/api/alert-channels", Map.of("name", slug, "kind", "slack", "url", "https://hooks.example.org/b"))
                .refuses(409, "alert.name-taken");
        assertThat(admin.post(
                                "/api/alert-rules",
                                Map.of(
                                        "name",
                                        "x",
                                        "channels",
                                        List.of(UUID.randomUUID().toString())))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("channels");
        assertThat(admin.post(
                                "/api/alert-rules",
                                Map.of(
                                        "kinds",
                                        List.of("weather"),
                                        "severity",
                                        "loud",
                                        "tenant",
                                        slug,
                                        "labels",
                                        List.of("a"),
                                        "channels",
                                        List.of(hook),
                                        "delaySeconds",
                                        -1,
                                        "quietHours",
                                        Map.of("from", "25:00", "to", "07:00", "zone", "Mars/Base")))
                        .refuses(400, "request.invalid")
                        .fields())
                .contains("name", "kinds", "severity", "labels", "delaySeconds", "quietHours.from", "quietHours.zone");
    }

    @Test
    void a_token_for_another_tenant_sees_neither_the_alert_nor_the_rule() throws Exception {
        String hook = channel(Map.of("kind", "webhook", "url", receiver.url(), "secret", SECRET));
        rule(List.of(hook), Map.of("delaySeconds", 600));
        deployment("failed");
        look.look(Permit.ALWAYS);
        String id = id(alert());
        String other = "o" + slug;
        operator.post("/api/tenants", Map.of("name", other, "slug", other, "domain", other + ".example"))
                .expect(201);
        Api limited = Api.anonymous()
                .with(
                        "Authorization",
                        "Bearer "
                                + operator.post(
                                                "/api/tokens",
                                                Map.of(
                                                        "name",
                                                        "for " + other,
                                                        "role",
                                                        "operator",
                                                        "tenants",
                                                        List.of(other)))
                                        .expect(201)
                                        .text("token"));

        limited.get("/api/alerts/" + id).refuses(404, "alert.unknown");
        limited.post("/api/alerts/" + id + "/acknowledge", "{}").refuses(404, "alert.unknown");
        limited.post("/api/alerts/" + id + "/snooze", Map.of("minutes", 60)).refuses(404, "alert.unknown");
        assertThat(limited.get("/api/alerts").expect(200).at("total").longValue())
                .isZero();
        assertThat(limited.get("/api/alerts/summary").expect(200).at("open").longValue())
                .isZero();
        assertThat(limited.get("/api/alert-rules").expect(200).body()).doesNotContain(slug);
        assertThat(limited.get("/api/schedules").expect(200).at("total").longValue())
                .isZero();
    }

    @Test
    void schedules_are_listed_with_their_runs() {
        look.look(Permit.ALWAYS);

        JsonNode items = operator.get("/api/schedules?size=200").expect(200).at("items");
        assertThat(items)
                .extracting(item -> item.path("id").asText())
                .contains("audit.seals", "health.sums", "health.keeping", "log.keeping", "overview.samples");
        assertThat(items)
                .allSatisfy(item -> assertThat(item.path("detail").asText()).isNotBlank());
    }

    private void nobody_can_read_a_secret() {
        for (String path : List.of(
                "/api/alert-channels", "/api/alert-rules", "/api/alerts", "/api/settings", "/api/audit?size=200")) {
            assertThat(admin.get(path).expect(200).body()).as(path).doesNotContain(SECRET, PASSWORD);
        }
    }

    /** Named after the tenant; removed afterwards. */
    private String channel(Map<String, Object> values) {
        Map<String, Object> body = new HashMap<>(values);
        body.put("name", made.isEmpty() ? slug : slug + " " + made.size());
        String id = admin.post("/api/alert-channels", body).expect(201).text("id");
        made.add("/api/alert-channels/" + id);
        return id;
    }

    private void rule(List<String> channels, Map<String, Object> values) {
        Map<String, Object> body = new HashMap<>(values);
        body.put("name", slug);
        body.put("tenant", slug);
        body.put("channels", channels);
        made.add("/api/alert-rules/"
                + admin.post("/api/alert-rules", body).expect(201).text("id"));
    }

    private JsonNode alert() {
        JsonNode items =
                operator.get("/api/alerts?state=open&size=200").expect(200).at("items");
        List<JsonNode> own = new ArrayList<>();
        items.forEach(item -> {
            if (slug.equals(item.path("tenantSlug").asText())) {
                own.add(item);
            }
        });
        assertThat(own).hasSize(1);
        return own.getFirst();
    }

    private static String id(JsonNode alert) {
        return alert.path("id").asText();
    }

    private List<MimeMessage> mails() {
        return List.of(mail.getReceivedMessages());
    }

    private List<Receiver.Hook> hooks(String event) {
        return receiver.hooks().stream()
                .filter(hook -> event.equals(hook.event()))
                .toList();
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A deployment of the tenant that has ended so, after those before it. */
    private void deployment(String status) throws SQLException {
        execute(
                "insert into run (id, kind, server_id, subject_id, subject_name, exclusive, status, actor, queued_at, finished_at)"
                        + " values ('" + UUID.randomUUID() + "', 'deploy', 1, '" + tenant + "', '" + slug + "', true, '"
                        + status
                        + "', 'a test', clock_timestamp(), clock_timestamp())");
    }

    private void set(String key, String value) {
        Map<String, Object> body = new HashMap<>();
        body.put("value", value);
        admin.put("/api/settings/" + key, body).expect(200);
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
