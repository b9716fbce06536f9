package ai.nominate.tenantmgr.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.KeySet;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.settings.SecretStore;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationTest {
    private static final String KEY = "/api/settings/ai.apiKey";
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private final Api admin = Api.admin();
    private String tenant;

    @Inject
    SecretBox box;

    @Inject
    @All
    List<SecretStore> stores;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "tenantmgr.secrets-key-file")
    Path file;

    @BeforeEach
    void a_secret_of_each_kind() throws SQLException {
        String slug = "rotated-" + TENANTS.incrementAndGet();
        Map<String, Object> body = new HashMap<>(Map.of("name", slug, "slug", slug, "domain", slug + ".example"));
        body.put("config", config("first"));
        tenant = admin.post("/api/tenants", body).expect(201).text("id");
        admin.put("/api/tenants/" + tenant + "/config", config("second")).expect(200);
        admin.put(KEY, Map.of("value", "sk-rotated")).expect(200);
        admin.post("/api/credentials", Map.of("name", slug, "kind", "deploy-key", "host", "git.example"))
                .expect(201);
        admin.put("/api/tenants/" + tenant + "/webhook", "{}").expect(200);
        String password = box.encrypt(new Secret("a role's password"), place("tenant_database", "password"));
        execute("insert into tenant_database (tenant_id, server_id, name, password) values ('" + tenant + "', 1, 'tm_"
                + slug.replace('-', '_') + "', '" + password + "')");
    }

    @AfterEach
    void nothing_that_a_deployment_would_miss() throws SQLException {
        execute("delete from tenant where id = '" + tenant + "'");
        execute("delete from credential");
        admin.put(KEY, "{\"value\": null}").expect(200);
    }

    @Test
    void every_secret_is_encrypted_anew_and_says_the_same() throws IOException {
        SecretBox before = new SecretBox(Files.readString(file));
        Map<String, List<String>> ciphertexts = ciphertexts();
        Map<String, List<String>> texts = texts(before);
        assertThat(texts.keySet())
                .contains(
                        "setting/ai.apiKey",
                        place("tenant_database", "password"),
                        place("tenant_config", "ADMIN_PASSWORD"),
                        place("tenant_config", "TOKEN"))
                .anyMatch(place -> place.startsWith("tenant_webhook/"))
                .anyMatch(place -> place.startsWith("credential/"));

        Answer rotated = admin.post("/api/maintenance/rotate-key", "{}").expect(200);

        assertThat(rotated.at("rewritten").intValue())
                .isEqualTo(ciphertexts.values().stream().mapToInt(List::size).sum());
        assertThat(rotated.at("unreadable")).isEmpty();
        assertThat(rotated.at("oldKeysDropped").booleanValue()).isTrue();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        SecretBox after = new SecretBox(Files.readString(file));
        assertThat(after.keys().hasOldKeys()).isFalse();
        assertThat(texts(after)).isEqualTo(texts);
        ciphertexts().forEach((place, locked) -> {
            assertThat(locked).doesNotContainAnyElementsOf(ciphertexts.get(place));
            assertThatThrownBy(() -> before.decrypt(locked.getFirst(), place))
                    .hasMessageContaining("could not be decrypted");
        });
        assertThat(admin.get("/api/audit?action=secrets.rotate-key&size=1").text("items/0/after/oldKeysDropped"))
                .isEqualTo("true");
    }

    @Test
    void a_change_that_was_cut_off_is_taken_up() throws IOException, SQLException {
        Map<String, List<String>> texts = texts(box);
        KeySet both = box.keys().withNewKey();
        SafeFiles.write(file, both.text(), "rw-------");
        assertThat(texts(new SecretBox(Files.readString(file))))
                .as("cut off before any secret")
                .isEqualTo(texts);
        SecretBox cutOff = new SecretBox(both.text());
        String locked = cutOff.encrypt(new Secret("sk-rotated"), "setting/ai.apiKey");
        execute("update setting set value = '" + locked + "' where key = 'ai.apiKey'");
        assertThat(texts(new SecretBox(Files.readString(file))))
                .as("cut off half way")
                .isEqualTo(texts);

        admin.post("/api/maintenance/rotate-key", "{}").expect(200);

        SecretBox after = new SecretBox(Files.readString(file));
        assertThat(after.keys().hasOldKeys()).isFalse();
        assertThat(after.usesCurrentKey(locked)).as("the key that was new then").isTrue();
        assertThat(texts(after)).isEqualTo(texts);
    }

    @Test
    void what_is_written_meanwhile_can_be_read_afterwards() throws Exception {
        String path = "/api/tenants/" + tenant + "/config";
        List<Callable<Integer>> callers = new ArrayList<>();
        for (int writer = 0; writer < 6; writer++) {
            callers.add(() -> {
                int last = 200;
                for (int change = 0; change < 15 && last == 200; change++) {
                    Object kept = Map.of("TOKEN", Map.of("secret", true, "isSet", true));
                    last = admin.put(path, Map.of("env", kept)).status();
                }
                return last;
            });
        }
        callers.add(() -> {
            int last = 200;
            for (int rotation = 0; rotation < 4 && last == 200; rotation++) {
                last = admin.post("/api/maintenance/rotate-key", "{}").status();
            }
            return last;
        });
        try (var threads = Executors.newFixedThreadPool(callers.size())) {
            assertThat(threads.invokeAll(callers)).extracting(Future::resultNow).containsOnly(200);
        }

        SecretBox after = new SecretBox(Files.readString(file));
        assertThat(after.keys().hasOldKeys()).isFalse();
        assertThat(texts(after).get(place("tenant_config", "TOKEN")))
                .hasSize(2 + 6 * 15)
                .containsOnly("first", "second");
    }

    @Test
    void old_keys_stay_while_a_secret_opens_with_none_and_the_doctor_names_it() throws SQLException, IOException {
        String place = place("tenant_database", "password");
        assertThat(secretsThatCannotBeRead()).isEmpty();
        execute("update tenant_database set password = overlay(password placing 'AAAA' from 20) where tenant_id = '"
                + tenant + "'");

        assertThat(secretsThatCannotBeRead()).containsExactly("secret " + place);
        Answer rotated = admin.post("/api/maintenance/rotate-key", "{}").expect(200);

        assertThat(rotated.at("unreadable")).hasSize(1);
        assertThat(rotated.text("unreadable/0")).isEqualTo(place);
        assertThat(rotated.at("oldKeysDropped").booleanValue()).isFalse();
        assertThat(new SecretBox(Files.readString(file)).keys().hasOldKeys()).isTrue();
        assertThat(secretsThatCannotBeRead()).containsExactly("secret " + place);

        execute("delete from tenant_database where tenant_id = '" + tenant + "'");
        assertThat(admin.post("/api/maintenance/rotate-key", "{}")
                        .expect(200)
                        .at("oldKeysDropped")
                        .booleanValue())
                .isTrue();
        assertThat(secretsThatCannotBeRead()).isEmpty();
    }

    @Test
    void while_a_manager_on_another_home_runs_the_key_stays() throws SQLException, IOException {
        String before = Files.readString(file);
        execute("insert into server (id, name, owner, lease_until, installation, address) values (77, 'elsewhere',"
                + " gen_random_uuid(), now() + interval '1 minute', gen_random_uuid(), 'http://127.0.0.1:1')");
        try {
            Answer refused = admin.post("/api/maintenance/rotate-key", "{}");
            refused.refuses(409, "maintenance.other-homes");
            assertThat(refused.text("detail")).contains("elsewhere", "keys/secrets.json");
            assertThat(Files.readString(file)).isEqualTo(before);
        } finally {
            execute("delete from server where id = 77");
        }
        admin.post("/api/maintenance/rotate-key", "{}").expect(200);
    }

    private List<String> secretsThatCannotBeRead() {
        Answer doctor = admin.get("/api/maintenance/doctor").expect(200);
        assertThat(doctor.at("checks").intValue()).isGreaterThan(4);
        assertThat(doctor.at("wrong").intValue())
                .isEqualTo(doctor.at("findings").size());
        List<String> subjects = new ArrayList<>();
        doctor.at("findings")
                .forEach(finding -> subjects.add(finding.path("subject").asText()));
        subjects.removeIf(subject -> !subject.startsWith("secret "));
        return subjects;
    }

    private Map<String, List<String>> ciphertexts() {
        Map<String, List<String>> all = new TreeMap<>();
        stores.forEach(store -> store.visit((locked, place) -> {
            all.computeIfAbsent(place, key -> new ArrayList<>()).add(locked);
            return locked;
        }));
        return all;
    }

    private Map<String, List<String>> texts(SecretBox opener) {
        Map<String, List<String>> all = ciphertexts();
        all.replaceAll((place, locked) -> locked.stream()
                .map(text -> opener.decrypt(text, place).reveal())
                .toList());
        return all;
    }

    private String place(String table, String name) {
        return table + "/" + tenant + "/" + name;
    }

    private static Map<String, Object> config(String token) {
        return Map.of(
                "env", Map.of("TOKEN", Map.of("value", token, "secret", true), "PLAIN", Map.of("value", "plain")));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
