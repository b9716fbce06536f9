package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class ConfigResourceTest {
    private static final String SECRET = "correct horse battery staple";
    private final Api operator = Api.as(Role.OPERATOR);
    private String path;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void a_tenant() {
        String slug = "c" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        path = "/api/tenants/" + slug + "/config";
    }

    @Test
    void plain_values_come_back_and_secret_ones_do_not() {
        Answer changed = operator.put(path, full()).expect(200);

        Answer read = operator.get(path).expect(200);
        assertThat(read.json()).isEqualTo(changed.json());
        assertThat(read.body()).doesNotContain(SECRET);
        assertThat(read.text("adminEmail")).isEqualTo("ops@acme.example");
        assertThat(read.text("env/GREETING/value")).isEqualTo("Good morning,\n$(world) \"quoted\"");
        assertThat(read.at("env/API_KEY").toString()).isEqualTo("{\"value\":null,\"secret\":true,\"isSet\":true}");
        assertThat(read.at("adminPassword/isSet").booleanValue()).isTrue();
    }

    @Test
    void a_damaged_secret_can_be_set_again() throws SQLException {
        operator.put(path, full()).expect(200);
        try (var connection = database.getConnection();
                var damage = connection.prepareStatement(
                        "update tenant_config set env = regexp_replace(env, '\"value\":\"[A-Za-z0-9+/=]{40,}\"',"
                                + " '\"value\":\"damaged\"') where tenant_id = (select id from tenant where slug = ?)")) {
            damage.setString(1, path.split("/")[3]);
            assertThat(damage.executeUpdate()).isPositive();
        }

        operator.get(path).expect(200);
        operator.put(path, full()).expect(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) { // other tests look at all secrets
            statement.execute("delete from tenant_config where env like '%\"value\":\"damaged\"%'");
        }
    }

    @Test
    void a_configuration_that_is_sent_back_as_it_was_shown_stays() {
        operator.put(path, full()).expect(200);
        Answer shown = operator.get(path).expect(200);
        Map<String, Object> sent = full();
        sent.put("adminPassword", shown.at("adminPassword"));
        sent.put("env", shown.at("env"));

        Answer again = operator.put(path, sent).expect(200);

        assertThat(again.at("env")).isEqualTo(shown.at("env"));
        assertThat(again.at("adminPassword")).isEqualTo(shown.at("adminPassword"));
    }

    @Test
    void what_is_not_sent_is_gone() {
        operator.put(path, full()).expect(200);

        Answer changed = operator.put(path, "{}").expect(200);

        assertThat(changed.at("env")).isEmpty();
        assertThat(changed.at("adminEmail").isNull()).isTrue();
        assertThat(changed.text("adminUsername")).isEqualTo("admin");
        assertThat(changed.at("adminPassword/isSet").booleanValue()).isTrue();
    }

    @Test
    void each_change_is_a_version_and_a_draft_needs_no_restart() {
        int before = operator.get(path).expect(200).at("version").intValue();

        Answer changed = operator.put(path, full()).expect(200);

        assertThat(changed.at("version").intValue()).isEqualTo(before + 1);
        assertThat(changed.at("restartRequired").booleanValue()).isFalse();
    }

    @Test
    void changes_that_are_made_at_once_are_versions_one_after_the_other() throws Exception {
        int before = operator.get(path).at("version").intValue();
        try (var callers = Executors.newFixedThreadPool(8)) {
            Callable<Integer> change =
                    () -> operator.put(path, full()).expect(200).at("version").intValue();
            List<Integer> versions = callers.invokeAll(Collections.nCopies(8, change)).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(before + 1, before + 8)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void a_secret_that_was_never_set_cannot_be_kept() {
        Map<String, Object> hidden = new HashMap<>();
        hidden.put("value", null);
        hidden.put("secret", true);

        assertThat(operator.put(path, Map.of("env", Map.of("NEW", hidden)))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("env.NEW");
    }

    @TestFactory
    Stream<DynamicTest> a_key_or_value_that_would_hurt_is_refused() {
        String most = "x".repeat(32_768);
        return Map.ofEntries(
                        Map.entry("PATH", "/evil"),
                        Map.entry("LD_PRELOAD", "/evil.so"),
                        Map.entry("PORT", "80"),
                        Map.entry("DATABASE_URL", "postgresql://elsewhere"),
                        Map.entry("TENANTMGR_OWNER", "me"),
                        Map.entry("1ST", "x"),
                        Map.entry("A B", "x"),
                        Map.entry("A=B", "x"),
                        Map.entry("A\nB", "x"),
                        Map.entry("LONG", most + "x"),
                        Map.entry("BELL", "\u0007"),
                        Map.entry("NUL", "a\u0000b"))
                .entrySet()
                .stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey().replaceAll("\\p{C}", "?"), () -> {
                    Answer refused = operator.put(
                                    path,
                                    Map.of(
                                            "env",
                                            Map.of(each.getKey(), Map.of("value", each.getValue(), "secret", false))))
                            .refuses(400, "request.invalid");
                    assertThat(refused.fields()).singleElement().asString().startsWith("env.");
                    assertThat(operator.get(path).at("env")).isEmpty();
                }));
    }

    @Test
    void an_empty_body_is_not_an_empty_configuration() {
        operator.put(path, "").refuses(400, "request.malformed");
    }

    @Test
    void there_are_limits() {
        Map<String, Object> many = IntStream.range(0, 201)
                .boxed()
                .collect(Collectors.toMap(i -> "KEY_" + i, i -> Map.of("value", "x", "secret", false)));

        assertThat(operator.put(path, Map.of("env", many))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("env");
        assertThat(operator.put(path, Map.of("adminPassword", Map.of("value", "p".repeat(73), "secret", true)))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("adminPassword");
    }

    @Test
    void the_configuration_of_no_tenant_is_not_found() {
        operator.get("/api/tenants/nobody/config").refuses(404, "tenant.unknown");
        operator.put("/api/tenants/nobody/config", "{}").refuses(404, "tenant.unknown");
    }

    private static Map<String, Object> full() {
        return new HashMap<>(Map.of(
                "adminEmail",
                "ops@acme.example",
                "adminUsername",
                "root",
                "adminPassword",
                Map.of("value", SECRET, "secret", true),
                "env",
                Map.of(
                        "GREETING", Map.of("value", "Good morning,\n$(world) \"quoted\"", "secret", false),
                        "API_KEY", Map.of("value", SECRET, "secret", true))));
    }
}
