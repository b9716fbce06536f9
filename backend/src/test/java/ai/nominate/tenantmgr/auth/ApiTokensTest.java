package ai.nominate.tenantmgr.auth;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.auth.credential.CredentialCheck;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiTokensTest {
    @Inject
    AgroalDataSource database;

    private final People.Person operator = People.make("operator");
    private final Api session = operator.signedIn();

    @Test
    void a_token_acts_with_its_role_and_under_its_own_name() {
        Answer made = session.post("/api/tokens", Map.of("name", "deploy from CI", "role", "operator"))
                .expect(201);
        String token = made.text("token");

        assertThat(token).matches("tm_[A-Za-z0-9_-]{43}");
        assertThat(made.text("owner")).isEqualTo(operator.name());
        assertThat(made.header("Location")).endsWith("/api/tokens/" + made.text("id"));
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String slug = tenant(People.bearer(token));
        Answer me = People.bearer(token).get("/api/auth/me").expect(200);
        assertThat(me.text("username")).isEqualTo(operator.name() + "/deploy from CI");
        assertThat(Api.admin().get("/api/audit?action=tenant.create&size=1").text("items/0/actor"))
                .isEqualTo(operator.name() + "/deploy from CI");
        assertThat(session.get("/api/tenants/" + slug).status()).isEqualTo(200);
    }

    @Test
    void it_is_shown_once_and_kept_as_a_hash() throws SQLException {
        String token = make(Map.of());

        Answer list = session.get("/api/tokens").expect(200);
        assertThat(list.at("items").size()).isEqualTo(1);
        assertThat(list.at("items/0/token").isNull()).isTrue();
        assertThat(list.body()).doesNotContain(token.substring(3, 20));
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select string_agg(t::text, '') from api_token t")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain(token.substring(3, 20));
        }
        assertThat(Api.admin().get("/api/audit?action=token.create&size=1").body())
                .doesNotContain(token);
    }

    @Test
    void its_last_use_is_written_down_once_a_minute() {
        String token = make(Map.of());
        assertThat(session.get("/api/tokens").at("items/0/lastUsedAt").isNull()).isTrue();

        People.bearer(token).get("/api/tenants").expect(200);
        String first = session.get("/api/tokens").text("items/0/lastUsedAt");
        assertThat(first).isNotNull();
        TestTokens.bean(CredentialCheck.class).clearCache();
        People.bearer(token).get("/api/tenants").expect(200);
        assertThat(session.get("/api/tokens").text("items/0/lastUsedAt")).isEqualTo(first);

        TestClock.forward(Duration.ofMinutes(2));
        TestTokens.bean(CredentialCheck.class).clearCache();
        People.bearer(token).get("/api/tenants").expect(200);
        assertThat(session.get("/api/tokens").text("items/0/lastUsedAt")).isGreaterThan(first);
    }

    @Test
    void what_only_looks_like_it_is_none() {
        String token = make(Map.of());
        People.bearer(token).get("/api/auth/me").expect(200);

        for (String other : List.of(
                token.substring(0, 20),
                token.toUpperCase(Locale.ROOT),
                token.toLowerCase(Locale.ROOT),
                token + "x",
                token + "%20",
                " " + token,
                token.substring(3),
                "tm_" + "A".repeat(43))) {
            People.bearer(other).get("/api/auth/me").refuses(401, "request.unauthenticated");
        }
        Api.anonymous().get("/api/auth/me?token=" + token).refuses(401, "request.unauthenticated");
        Api.anonymous()
                .with("Cookie", "tm_access=" + token)
                .get("/api/auth/me")
                .refuses(401, "request.unauthenticated");
    }

    @Test
    void a_token_that_has_expired_or_was_revoked_is_over() {
        String shortLived = make(
                Map.of("expiresAt", Instant.now(new TestClock()).plusSeconds(60).toString()));
        People.bearer(shortLived).get("/api/auth/me").expect(200);
        TestClock.forward(Duration.ofMinutes(2));
        TestTokens.bean(CredentialCheck.class).clearCache();
        People.bearer(shortLived).get("/api/auth/me").refuses(401, "request.unauthenticated");

        Answer revoked = session.post("/api/tokens", Map.of("name", "x", "role", "viewer"))
                .expect(201);
        People.bearer(revoked.text("token")).get("/api/auth/me").expect(200);
        session.send("DELETE", "/api/tokens/" + revoked.text("id"), null).expect(204);
        People.bearer(revoked.text("token")).get("/api/auth/me").refuses(401, "request.unauthenticated");
        assertThat(Api.admin().get("/api/audit?action=token.delete&size=1").text("items/0/subject"))
                .isEqualTo(operator.name() + "/x");
    }

    @Test
    void a_token_above_the_role_of_its_creator_is_refused() {
        assertThat(session.post("/api/tokens", Map.of("name", "up", "role", "admin"))
                        .refuses(403, "token.above-maker")
                        .fields())
                .containsExactly("role");
        People.make("viewer")
                .signedIn()
                .post("/api/tokens", Map.of("name", "up", "role", "viewer"))
                .refuses(403, "request.forbidden");
    }

    @Test
    void a_token_makes_no_tokens_and_changes_no_password() {
        String token = Api.admin()
                .post("/api/tokens", Map.of("name", "all", "role", "admin"))
                .expect(201)
                .text("token");

        People.bearer(token)
                .post("/api/tokens", Map.of("name", "child", "role", "viewer"))
                .refuses(403, "auth.person-needed");
        People.bearer(token).get("/api/tokens").refuses(403, "auth.person-needed");
        People.bearer(token)
                .put("/api/auth/password", Map.of("currentPassword", "x", "newPassword", "0123456789"))
                .refuses(403, "auth.person-needed");
        People.bearer(token).get("/api/users").expect(200);
    }

    @Test
    void tokens_of_others_do_not_exist_but_for_admins() {
        String id = session.post("/api/tokens", Map.of("name", "mine", "role", "viewer"))
                .expect(201)
                .text("id");
        Api other = People.make("operator").signedIn();

        assertThat(other.get("/api/tokens").at("total").intValue()).isZero();
        other.send("DELETE", "/api/tokens/" + id, null).refuses(404, "token.unknown");
        other.send("DELETE", "/api/tokens/none", null).refuses(404, "token.unknown");
        assertThat(Api.admin().get("/api/tokens?size=200").body()).contains(id);
        Api.admin().send("DELETE", "/api/tokens/" + id, null).expect(204);
    }

    @Test
    void for_a_limited_token_other_tenants_do_not_exist_and_it_makes_none() {
        String mine = tenant(session);
        String other = tenant(session);
        Api limited = People.bearer(make(Map.of("role", "operator", "tenants", List.of(mine))));

        limited.get("/api/tenants/" + mine).expect(200);
        limited.get("/api/tenants/" + mine + "/config").expect(200);
        Answer hidden = limited.get("/api/tenants/" + other).refuses(404, "tenant.unknown");
        assertThat(hidden.text("detail"))
                .isEqualTo(limited.get("/api/tenants/" + other + "x")
                        .text("detail")
                        .replace(other + "x", other));
        limited.put("/api/tenants/" + other + "/config", Map.of("adminEmail", "a@example.org", "env", Map.of()))
                .refuses(404, "tenant.unknown");
        limited.post("/api/tenants/" + other + "/deploy", "{}").refuses(404, "tenant.unknown");
        assertThat(limited.get("/api/tenants").at("total").intValue()).isEqualTo(1);
        limited.post("/api/tenants", Map.of("name", "n", "slug", "sneaked", "domain", "sneaked.example"))
                .refuses(403, "request.forbidden");
        limited.get("/api/users").refuses(403, "request.forbidden");
        limited.put("/api/settings/deployment.watchTime", Map.of("value", "5s")).refuses(403, "request.forbidden");
    }

    @Test
    void what_is_no_token_is_refused_by_name() {
        assertThat(session.post(
                                "/api/tokens",
                                Map.of("name", "x\ty", "role", "root", "tenants", List.of(), "expiresAt", "2001-01-01"))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("name", "role", "tenants", "expiresAt");
        assertThat(session.post(
                                "/api/tokens",
                                Map.of("name", "x", "role", "viewer", "tenants", List.of(tenant(session), "nobody")))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("tenants[1]");
        assertThat(Api.admin()
                        .post("/api/tokens", Map.of("name", "x", "role", "admin", "tenants", List.of("any")))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("tenants");
    }

    private String make(Map<String, Object> more) {
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "ci", "role", "viewer"));
        wanted.putAll(more);
        return session.post("/api/tokens", wanted).expect(201).text("token");
    }

    private static String tenant(Api caller) {
        String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
        caller.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        return slug;
    }
}
