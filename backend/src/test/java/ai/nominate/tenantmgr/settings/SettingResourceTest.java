package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.analysis.claude.AiSettings;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Secret;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingResourceTest {
    private static final String LINES = "/api/settings/deployment.logLines";
    private static final String DRAIN = "/api/settings/deployment.drainTimeout";
    private static final String KEY = "/api/settings/ai.apiKey";
    private final Api admin = Api.admin();

    @Inject
    SettingCatalogue catalogue;

    @Inject
    Settings settings;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void defaults() {
        put(LINES, null).expect(200);
        put(DRAIN, null).expect(200);
        put(KEY, null).expect(200);
    }

    @Test
    void every_setting_of_the_catalogue_is_listed_with_its_default() {
        List<String> keys = new ArrayList<>();
        Answer list = Api.as(Role.VIEWER).get("/api/settings").expect(200);
        list.at("items").forEach(item -> keys.add(item.get("key").asText()));

        assertThat(keys).isEqualTo(catalogue.all().stream().map(Setting::key).toList());
        assertThat(list.at("total").intValue()).isEqualTo(keys.size());
        catalogue
                .all()
                .forEach(setting -> assertThat(setting.parse().apply(setting.defaultText()))
                        .as(setting.key())
                        .isNotNull());
    }

    @Test
    void a_value_stays_until_the_default_is_put_back() {
        Answer changed = put(DRAIN, "90s").expect(200);
        assertThat(changed.text("value")).isEqualTo("90s");
        assertThat(changed.text("default")).isEqualTo("60s");
        assertThat(changed.text("type")).isEqualTo("duration");
        assertThat(changed.at("isSet").booleanValue()).isTrue();
        assertThat(admin.get(DRAIN).expect(200).json()).isEqualTo(changed.json());

        Answer back = put(DRAIN, null).expect(200);

        assertThat(back.text("value")).isEqualTo("60s");
        assertThat(back.at("isSet").booleanValue()).isFalse();
    }

    @Test
    void those_who_set_it_at_once_are_all_answered() throws Exception {
        try (var callers = Executors.newFixedThreadPool(8)) {
            Callable<Integer> change = () -> put(DRAIN, "70s").status();
            assertThat(callers.invokeAll(Collections.nCopies(16, change)))
                    .extracting(Future::resultNow)
                    .containsOnly(200);
        }
    }

    @Test
    void a_value_has_its_type_and_its_bounds() {
        for (String value : List.of("", "soon", "5", "5 s", "-5s", "0s", "5h", "1.5s", "9999999s", "5S", "٥s")) {
            assertThat(put(DRAIN, value).refuses(400, "request.invalid").fields())
                    .containsExactly("value");
        }
        for (String value : List.of("", "999", "1000001", "1e4", "-1", "many", "99999999999")) {
            assertThat(put(LINES, value).refuses(400, "request.invalid").fields())
                    .containsExactly("value");
        }
        put(LINES, "1000").expect(200);
        put(LINES, "1000000").expect(200);
        put("/api/settings/core.ref", "two\nlines").refuses(400, "request.invalid");
    }

    @Test
    void a_setting_of_the_wrong_kind_of_json_is_refused() {
        admin.put(LINES, "{\"value\": [1]}").refuses(400, "request.invalid");
        admin.put(LINES, "[]").refuses(400, "request.malformed");
        admin.put(LINES, "").refuses(400, "request.malformed");
    }

    @Test
    void settings_of_a_group_stand_together_and_tell_their_bounds() {
        List<String> groups = new ArrayList<>();
        Answer list = admin.get("/api/settings").expect(200);
        list.at("items").forEach(item -> groups.add(item.path("group").asText()));
        List<String> changes = new ArrayList<>();
        groups.forEach(group -> {
            if (changes.isEmpty() || !changes.getLast().equals(group)) {
                changes.add(group);
            }
        });
        assertThat(changes).doesNotHaveDuplicates();

        Answer drain = admin.get(DRAIN).expect(200);
        assertThat(drain.text("bounds/min")).isEqualTo("1s");
        assertThat(drain.text("bounds/max")).isEqualTo("4h");
        assertThat(admin.get(LINES).expect(200).text("bounds/max")).isEqualTo("1000000");
        assertThat(admin.get("/api/settings/core.source").at("bounds").isNull()).isTrue();
    }

    @Test
    void a_number_may_be_sent_as_one() {
        assertThat(admin.put(LINES, "{\"value\": 1234}").expect(200).text("value"))
                .isEqualTo("1234");
    }

    @Test
    void a_secret_is_kept_encrypted_and_never_shown() throws SQLException {
        Answer unset = admin.get(KEY).expect(200);
        assertThat(unset.at("isSet").booleanValue()).isFalse();
        assertThat(unset.at("secret").booleanValue()).isTrue();
        assertThat(unset.text("type")).isEqualTo("secret");

        Answer set = put(KEY, "sk-first-key").expect(200);

        assertThat(set.at("value").isNull()).isTrue();
        assertThat(set.at("default").isNull()).isTrue();
        assertThat(set.at("isSet").booleanValue()).isTrue();
        assertThat(admin.get(KEY).expect(200).json()).isEqualTo(set.json());
        assertThat(stored()).isNotEqualTo("sk-first-key").hasSizeGreaterThan(40);
        assertThat(value()).contains(new Secret("sk-first-key"));
        assertThat(admin.get("/api/settings").body()
                        + admin.get("/api/audit?action=setting.change").body()
                        + set.body())
                .doesNotContain("sk-first-key", stored());
    }

    @Test
    void a_change_without_a_value_is_refused_and_changes_nothing() throws SQLException {
        put(KEY, "sk-stays").expect(200);
        put(LINES, "5000").expect(200);
        String before = stored();

        for (String key : List.of(KEY, LINES)) {
            assertThat(admin.put(key, "{}").refuses(400, "request.invalid").fields())
                    .containsExactly("value");
            assertThat(admin.put(key, "{\"isSet\": true, \"secret\": true}")
                            .refuses(400, "request.invalid")
                            .fields())
                    .containsExactly("value");
        }

        assertThat(stored()).isEqualTo(before);
        assertThat(admin.get(LINES).text("value")).isEqualTo("5000");
    }

    @Test
    void a_source_with_a_token_in_its_address_is_refused_and_leaves_no_trace() {
        String token = "ghp-0123456789";
        for (String source : List.of(
                "https://" + token + "@example.org/app.git",
                "https://bot:" + token + "@example.org/app",
                "relative/path")) {
            assertThat(put("/api/settings/core.source", source)
                            .refuses(400, "request.invalid")
                            .fields())
                    .containsExactly("value");
        }
        assertThat(put("/api/settings/core.source", "https://" + token + "@example.org/app.git")
                        .body())
                .contains("credential")
                .doesNotContain(token);
        assertThat(admin.get("/api/settings").body()
                        + admin.get("/api/audit?action=setting.change").body())
                .doesNotContain(token);
        put("/api/settings/core.source", "https://example.org/app.git").expect(200);
        put("/api/settings/core.ref", "--upload-pack=x").refuses(400, "request.invalid");
        put("/api/settings/core.source", null).expect(200);
    }

    @Test
    void a_secret_that_is_sent_back_as_it_was_shown_stays() throws SQLException {
        put(KEY, "sk-stays").expect(200);
        String before = stored();
        int entries = entries();

        Answer kept = admin.put(KEY, "{\"value\": null, \"isSet\": true, \"secret\": true}")
                .expect(200);

        assertThat(kept.at("isSet").booleanValue()).isTrue();
        assertThat(stored()).isEqualTo(before);
        assertThat(entries()).isEqualTo(entries);
        assertThat(put(KEY, null).expect(200).at("isSet").booleanValue()).isFalse();
        assertThat(value()).isEmpty();
        assertThat(put(KEY, "").refuses(400, "request.invalid").fields()).containsExactly("value");
    }

    @Test
    void a_changed_secret_leaves_an_entry_with_masks() {
        put(KEY, "sk-one").expect(200);
        put(KEY, "sk-two").expect(200);

        Answer entry = admin.get("/api/audit?action=setting.change&size=1").expect(200);

        assertThat(entry.text("items/0/subject")).isEqualTo("ai.apiKey");
        assertThat(entry.text("items/0/before/value")).isEqualTo("•••");
        assertThat(entry.text("items/0/after/value")).isEqualTo("•••");
    }

    @Test
    void a_default_may_come_from_the_environment() {
        Answer range = admin.get("/api/settings/port.range").expect(200);
        assertThat(range.text("default")).isEqualTo("16000-19999");
        assertThat(range.text("value")).isEqualTo("16000-19999");
        assertThat(range.at("isSet").booleanValue()).isFalse();
        assertThat(catalogue.find("port.range").orElseThrow().variable()).isEqualTo("TENANTMGR_PORT_RANGE");
        assertThat(AiSettings.AI_API_KEY.variable()).isEqualTo("TENANTMGR_AI_API_KEY");
        assertThat(AiSettings.AI_BASE_URL.variable()).isEqualTo("TENANTMGR_AI_BASE_URL");
        assertThat(AiSettings.AI_MODEL.variable()).isEqualTo("TENANTMGR_AI_MODEL");
    }

    @Test
    void a_setting_says_whether_it_can_be_tested() {
        assertThat(admin.get(KEY).expect(200).at("testable").booleanValue()).isTrue();
        assertThat(admin.get(LINES).expect(200).at("testable").booleanValue()).isFalse();
    }

    @Test
    void there_are_no_other_settings() {
        admin.get("/api/settings/admin.password").refuses(404, "setting.unknown");
        put("/api/settings/admin.password", "x").refuses(404, "setting.unknown");
    }

    private Optional<Secret> value() {
        return Reactive.await(() -> settings.get(AiSettings.AI_API_KEY));
    }

    private int entries() {
        return admin.get("/api/audit?action=setting.change")
                .expect(200)
                .at("total")
                .intValue();
    }

    private String stored() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select value from setting where key = 'ai.apiKey'");
                var rows = query.executeQuery()) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    private Answer put(String path, String value) {
        Map<String, String> body = new HashMap<>();
        body.put("value", value);
        return admin.put(path, body);
    }
}
