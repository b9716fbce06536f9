package ai.nominate.tenantmgr.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CredentialResourceTest {
    private static final String TOKEN = "glpat-never-shown-again";
    private static final String SETTING = "/api/settings/core.credential";

    private final Api admin = Api.admin();
    private final Api operator = Api.as(Role.OPERATOR);
    private final String name = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    GitCredentials credentials;

    @Inject
    AgroalDataSource database;

    @Test
    void a_deploy_key_answers_its_public_half_only() throws SQLException {
        Answer made = key("git.example:2222", "/acme");

        assertThat(made.text("publicKey")).matches("ssh-ed25519 [A-Za-z0-9+/]{68} tenantmgr-" + name);
        assertThat(made.text("host")).isEqualTo("git.example:2222");
        assertThat(made.text("pathPrefix")).isEqualTo("/acme");
        assertThat(made.header("Location")).endsWith("/api/credentials/" + name);
        GitCredential.DeployKey stored = (GitCredential.DeployKey)
                credentials.find(new CredentialName(name)).orElseThrow();
        assertThat(stored.privateKey().reveal()).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
        assertThat(made.body() + admin.get("/api/credentials?size=200").body() + audit() + rows())
                .doesNotContain("PRIVATE KEY", stored.privateKey().reveal().substring(40, 80));
    }

    @Test
    void an_access_token_is_never_shown_again() throws SQLException {
        Answer made = token("git.example");

        assertThat(made.text("username")).isEqualTo("robot");
        assertThat(((GitCredential.AccessToken)
                                credentials.find(new CredentialName(name)).orElseThrow())
                        .token()
                        .reveal())
                .isEqualTo(TOKEN);
        assertThat(made.body() + admin.get("/api/credentials?size=200").body() + audit() + rows())
                .contains(name)
                .doesNotContain(TOKEN);
    }

    @Test
    void a_name_belongs_to_one_credential_and_is_free_after_its_removal() {
        token("git.example");
        admin.post("/api/credentials", wanted("deploy-key", "other.example"))
                .refuses(409, "credential.name-taken")
                .names("name");

        admin.send("DELETE", "/api/credentials/" + name, null).expect(204);

        admin.send("DELETE", "/api/credentials/" + name, null).refuses(404, "credential.unknown");
        key("other.example", "");
        assertThat(admin.get("/api/audit?action=credential.delete&size=1").text("items/0/subject"))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ac me  | deploy-key   | git.example      | -           | -     | name",
                "acme   | password     | git.example      | -           | -     | kind",
                "acme   | deploy-key   | -                | -           | -     | host",
                "acme   | deploy-key   | *.example        | -           | -     | host",
                "acme   | deploy-key   | 0177.0.0.1       | -           | -     | host",
                "acme   | deploy-key   | git.example:0    | -           | -     | host",
                "acme   | deploy-key   | git.example      | acme        | -     | pathPrefix",
                "acme   | deploy-key   | git.example      | /acme/..    | -     | pathPrefix",
                "acme   | deploy-key   | git.example      | -           | x     | token",
                "acme   | access-token | git.example      | -           | -     | token",
                "acme   | access-token | git.example      | -           | 'a b' | token"
            })
    void each_wrong_field_is_named(
            String wrongName, String kind, String host, String prefix, String token, String field) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", wrongName);
        body.put("kind", kind);
        body.put("host", host);
        body.put("pathPrefix", prefix);
        body.put("token", token);

        admin.post("/api/credentials", body).refuses(400, "request.invalid").names(field);
    }

    @Test
    void a_tenant_names_a_credential_for_its_repository_only_and_keeps_it_from_removal() {
        token("git.example");
        String slug = name;
        for (String location : new String[] {"https://other.example/app.git", "git@git.example:app.git"}) {
            operator.post("/api/tenants", tenant(slug, git(location, name)))
                    .refuses(400, "request.invalid")
                    .names("source.credential");
        }
        operator.post("/api/tenants", tenant(slug, git("https://git.example/app.git", "c-unknown")))
                .refuses(400, "request.invalid")
                .names("source.credential");
        admin.post(
                        "/api/tenants",
                        tenant(slug, Map.of("kind", "directory", "location", "/srv/app", "credential", name)))
                .refuses(400, "request.invalid")
                .names("source.credential");

        Answer made = operator.post("/api/tenants", tenant(slug, git("https://git.example/app.git", name)))
                .expect(201);
        assertThat(made.text("source/credential")).isEqualTo(name);
        assertThat(operator.get("/api/tenants/" + slug).text("source/credential"))
                .isEqualTo(name);
        admin.send("DELETE", "/api/credentials/" + name, null).refuses(409, "credential.in-use");

        operator.put("/api/tenants/" + slug, tenant(null, git("https://git.example/app.git", null)))
                .expect(200);
        assertThat(operator.get("/api/tenants/" + slug).at("source/credential").isNull())
                .isTrue();
        admin.send("DELETE", "/api/credentials/" + name, null).expect(204);
    }

    @Test
    void the_default_source_names_a_credential_too() {
        admin.put(SETTING, Map.of("value", "c-unknown"))
                .refuses(400, "request.invalid")
                .names("value");
        token("git.example");
        admin.put(SETTING, Map.of("value", name)).expect(200);
        try {
            admin.send("DELETE", "/api/credentials/" + name, null).refuses(409, "credential.in-use");
        } finally {
            admin.put(SETTING, "{\"value\": null}").expect(200);
        }
        admin.send("DELETE", "/api/credentials/" + name, null).expect(204);
    }

    @Test
    void host_keys_are_added_as_they_are_learned_and_forgotten_on_request() {
        key("git.example", "");
        UUID id = credentials.find(new CredentialName(name)).orElseThrow().id();
        credentials.trust(id, "git.example ssh-ed25519 AAAA\n");
        credentials.trust(id, "[git.example]:2222 ssh-ed25519 BBBB\n");

        Answer list = admin.get("/api/credentials?size=200");
        assertThat(list.body()).contains("git.example ssh-ed25519 AAAA\\n[git.example]:2222 ssh-ed25519 BBBB\\n");
        Answer forgotten = admin.send("DELETE", "/api/credentials/" + name + "/host-keys", null)
                .expect(200);
        assertThat(forgotten.at("hostKeys").isNull()).isTrue();
        assertThat(((GitCredential.DeployKey)
                                credentials.find(new CredentialName(name)).orElseThrow())
                        .knownHosts())
                .isEmpty();
        assertThat(admin.get("/api/audit?action=credential.forget-host-keys&size=1")
                        .text("items/0/before/hostKeys"))
                .contains("AAAA");
    }

    @Test
    void a_tenant_whose_stored_source_is_no_longer_valid_is_shown_and_can_get_another_one() throws SQLException {
        String slug = name;
        operator.post("/api/tenants", tenant(slug, git("https://git.example/app.git", null)))
                .expect(201);
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("update tenant set source_location = 'https://git.example:99999999/app.git' where slug = '"
                    + slug + "'");
        }

        assertThat(operator.get("/api/tenants/" + slug).expect(200).text("source/location"))
                .isEqualTo("https://git.example:99999999/app.git");
        operator.get("/api/tenants?search=" + slug).expect(200);
        operator.put("/api/tenants/" + slug, tenant(null, git("https://git.example:99999999/app.git", null)))
                .refuses(400, "request.invalid")
                .names("source.location");
        operator.put("/api/tenants/" + slug, tenant(null, git("git@git.example:acme/app.git", null)))
                .expect(200);
        assertThat(operator.get("/api/tenants/" + slug).text("source/location"))
                .isEqualTo("ssh://git@git.example/acme/app.git");
    }

    private Answer key(String host, String prefix) {
        Map<String, Object> body = wanted("deploy-key", host);
        body.put("pathPrefix", prefix.isEmpty() ? null : prefix);
        return admin.post("/api/credentials", body).expect(201);
    }

    private Answer token(String host) {
        Map<String, Object> body = wanted("access-token", host);
        body.put("username", "robot");
        body.put("token", TOKEN);
        return admin.post("/api/credentials", body).expect(201);
    }

    private Map<String, Object> wanted(String kind, String host) {
        return new HashMap<>(Map.of("name", name, "kind", kind, "host", host));
    }

    private static Map<String, Object> git(String location, String credential) {
        Map<String, Object> source = new HashMap<>(Map.of("kind", "git", "location", location));
        source.put("credential", credential);
        return source;
    }

    private Map<String, Object> tenant(String slug, Map<String, ?> source) {
        Map<String, Object> body = new HashMap<>(Map.of("name", "With source", "domain", name + ".example"));
        body.put("source", source);
        if (slug != null) {
            body.put("slug", slug);
        }
        return body;
    }

    private String audit() {
        return admin.get("/api/audit?action=credential.create&size=200")
                .expect(200)
                .body();
    }

    private String rows() throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select string_agg(c::text, '') from credential c")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
