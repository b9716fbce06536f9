package ai.nominate.tenantmgr.theme;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ThemeResourceTest {
    private static final String LOGO = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 40'>"
            + "<path d='M0 0h120v40z' fill='#7c3aed' onclick='alert(1)'/><script>alert(1)</script></svg>";

    private final Api operator = Api.as(Role.OPERATOR);
    private String tenant;
    private String path;

    @BeforeEach
    void a_tenant() {
        String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        tenant = "/api/tenants/" + slug;
        path = tenant + "/theme";
    }

    @Test
    void a_tenant_begins_with_the_look_of_its_application() {
        Answer read = operator.get(path).expect(200);

        assertThat(read.at("version").intValue()).isZero();
        assertThat(read.at("theme").isNull()).isTrue();
        assertThat(operator.get(tenant).expect(200).at("theme/version").intValue())
                .isZero();
        operator.get(path + "/logo").refuses(404, "theme.no-logo");
    }

    @Test
    void a_palette_becomes_a_theme_whose_pairs_all_pass() {
        Answer changed = operator.put(path, palette("#7c3aed")).expect(200);

        assertThat(changed.at("version").intValue()).isEqualTo(1);
        assertThat(changed.text("theme/tokens/light/primary")).isEqualTo("#7c3aed");
        assertThat(changed.at("theme/scales/primary")).hasSize(11);
        assertThat(changed.at("theme/tokens/dark")).hasSize(36);
        assertThat(changed.at("contrast"))
                .hasSize(48)
                .allSatisfy(
                        pair -> assertThat(pair.get("passes").booleanValue()).isTrue());
        assertThat(operator.get(path).expect(200).json()).isEqualTo(changed.json());
        assertThat(operator.get(tenant).expect(200).text("theme/palette/primary"))
                .isEqualTo("#7c3aed");
    }

    @Test
    void a_theme_that_is_sent_back_as_it_was_shown_makes_no_new_version() {
        Map<String, Object> given = palette("#0b7285");
        given.put("light", Map.of("background", "#fffdf5"));
        JsonNode theme = operator.put(path, given).expect(200).at("theme");
        Map<String, Object> sent = new HashMap<>();
        for (String field : List.of("palette", "fonts", "radius", "light", "dark", "brandOverride")) {
            sent.put(field, theme.get(field));
        }

        assertThat(operator.put(path, sent).expect(200).at("version").intValue())
                .isEqualTo(1);
    }

    @Test
    void colours_that_cannot_be_read_are_refused_with_a_repair_unless_the_brand_wants_them() {
        Map<String, Object> pale = palette("#7c3aed");
        pale.put("light", Map.of("mutedForeground", "#b0b0b0"));

        Answer refused = operator.put(path, pale);
        refused.refuses(422, "theme.unreadable");
        assertThat(refused.at("errors")).hasSize(3);
        assertThat(refused.text("errors/0/field")).isEqualTo("light.mutedForeground");
        assertThat(refused.text("errors/0/message")).matches("has 2\\.16 : 1 on background, needs 4\\.5 : 1; #.*");

        pale.put("brandOverride", true);
        Answer kept = operator.put(path, pale).expect(200);
        assertThat(kept.text("theme/tokens/light/mutedForeground")).isEqualTo("#b0b0b0");
        assertThat(kept.at("contrast").findValuesAsText("passes")).contains("false");
    }

    @Test
    void every_invalid_field_is_named() {
        Answer refused = operator.put(
                path,
                Map.of(
                        "palette", Map.of("primary", "red", "neutral", "pink"),
                        "fonts", Map.of("body", "Inter\"; } body { display: none"),
                        "radius", "round",
                        "light", Map.of("primary", "url(x)", "sky", "#ffffff")));

        refused.refuses(400, "request.invalid");
        assertThat(refused.at("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder(
                        "palette.primary", "palette.neutral", "fonts.body", "radius", "light.primary", "light.sky");
        operator.put(path, "{}").refuses(400, "request.invalid");
        operator.put(path, Map.of("palette", Map.of("primary", "#336699"), "css", "x"))
                .expect(400);
    }

    @Test
    void a_preview_stores_nothing() {
        Answer preview =
                Api.as(Role.VIEWER).post(path + "/preview", palette("#7c3aed")).expect(200);

        assertThat(preview.text("theme/tokens/light/primary")).isEqualTo("#7c3aed");
        assertThat(operator.get(path).expect(200).at("version").intValue()).isZero();
    }

    @Test
    void of_two_changes_of_one_state_the_second_is_refused() {
        String etag = operator.get(path).headers().firstValue("ETag").orElseThrow();

        operator.with("If-Match", etag).put(path, palette("#7c3aed")).expect(200);
        operator.with("If-Match", etag).put(path, palette("#0b7285")).refuses(412, "request.precondition-failed");
    }

    @Test
    void changes_that_are_made_at_once_are_versions_one_after_the_other() throws Exception {
        try (var callers = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> changes = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(i -> () -> operator.put(path, palette("#7c3ae" + i))
                            .expect(200)
                            .at("version")
                            .intValue())
                    .toList();

            assertThat(callers.invokeAll(changes).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void an_earlier_version_is_restored_as_a_new_one_and_version_0_is_the_application_s_own_look() {
        operator.put(path, palette("#7c3aed")).expect(200);
        operator.put(path, palette("#0b7285")).expect(200);

        Answer restored = operator.post(path + "/versions/1/restore", null).expect(200);
        assertThat(restored.at("version").intValue()).isEqualTo(3);
        assertThat(restored.text("theme/palette/primary")).isEqualTo("#7c3aed");

        Answer cleared = operator.post(path + "/versions/0/restore", null).expect(200);
        assertThat(cleared.at("theme").isNull()).isTrue();

        Answer list = operator.get(path + "/versions").expect(200);
        assertThat(list.at("items").findValuesAsText("version")).containsExactly("4", "3", "2", "1");
        assertThat(list.at("items/0/current").booleanValue()).isTrue();
        assertThat(list.text("items/1/reason")).isEqualTo("Version 1 restored");
        operator.post(path + "/versions/9/restore", null).refuses(404, "request.not-found");
        operator.post(path + "/versions/x/restore", null).refuses(404, "request.not-found");
    }

    @Test
    void a_logo_is_made_harmless_and_belongs_to_its_version() {
        operator.put(path, palette("#7c3aed")).expect(200);

        Answer uploaded = logo(LOGO).expect(200);
        assertThat(uploaded.text("logo/mediaType")).isEqualTo("image/svg+xml");
        assertThat(uploaded.at("logo/width").intValue()).isEqualTo(120);
        assertThat(uploaded.text("theme/palette/primary")).isEqualTo("#7c3aed");
        Answer file = operator.get(path + "/logo").expect(200);
        assertThat(file.body()).contains("M0 0h120v40z").doesNotContain("alert");
        assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");

        assertThat(operator.send("DELETE", path + "/logo", null)
                        .expect(200)
                        .at("logo")
                        .isNull())
                .isTrue();
        assertThat(operator.post(path + "/versions/2/restore", null).expect(200).text("logo/hash"))
                .isEqualTo(uploaded.text("logo/hash"));
    }

    @Test
    void a_file_that_is_no_logo_is_refused() {
        logo("<html/>").refuses(422, "theme.logo-unreadable");
        logo("x".repeat(600_000)).refuses(413, "theme.logo-too-large");
        operator.with("Content-Type", "application/json")
                .send("POST", path + "/logo", LOGO)
                .refuses(415, "request.unsupported-media-type");
        operator.with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", path + "/logo", LOGO)
                .refuses(415, "request.unsupported-media-type");
    }

    @Test
    void a_change_is_audited_with_what_was_decided() {
        operator.put(path, palette("#7c3aed")).expect(200);
        operator.put(path, palette("#0b7285")).expect(200);

        JsonNode entry = operator.get("/api/audit?action=theme.change&tenant="
                        + operator.get(tenant).text("id"))
                .expect(200)
                .at("items/0");
        assertThat(entry.at("/before/primary").asText()).isEqualTo("#7c3aed");
        assertThat(entry.at("/after/primary").asText()).isEqualTo("#0b7285");
    }

    private Answer logo(String file) {
        return operator.with("Content-Type", "image/svg+xml").send("POST", path + "/logo", file);
    }

    private static Map<String, Object> palette(String primary) {
        return new HashMap<>(Map.of("palette", Collections.singletonMap("primary", primary)));
    }
}
