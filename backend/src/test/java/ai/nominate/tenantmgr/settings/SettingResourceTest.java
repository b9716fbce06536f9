package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettingResourceTest {
    private static final String LINES = "/api/settings/deployment.logLines";
    private static final String DRAIN = "/api/settings/deployment.drainTimeout";
    private final Api admin = Api.admin();

    @AfterEach
    void defaults() {
        put(LINES, null).expect(200);
        put(DRAIN, null).expect(200);
    }

    @Test
    void every_setting_of_the_catalogue_is_listed_with_its_default() {
        List<String> keys = new ArrayList<>();
        Answer list = Api.as(Role.VIEWER).get("/api/settings").expect(200);
        list.at("items").forEach(item -> keys.add(item.get("key").asText()));

        assertThat(keys).isEqualTo(Catalogue.all().stream().map(Setting::key).toList());
        assertThat(list.at("total").intValue()).isEqualTo(keys.size());
        Catalogue.all()
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
    void there_are_no_other_settings() {
        admin.get("/api/settings/admin.password").refuses(404, "setting.unknown");
        put("/api/settings/admin.password", "x").refuses(404, "setting.unknown");
    }

    private Answer put(String path, String value) {
        Map<String, String> body = new HashMap<>();
        body.put("value", value);
        return admin.put(path, body);
    }
}
