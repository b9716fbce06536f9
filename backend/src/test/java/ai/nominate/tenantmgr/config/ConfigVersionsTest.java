package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigVersionsTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private String id;
    private String path;

    @BeforeEach
    void a_tenant_with_two_versions() {
        String slug = "v" + UUID.randomUUID().toString().substring(0, 8);
        id = operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201)
                .text("id");
        path = "/api/tenants/" + slug + "/config";
        put("first@example.org", Map.of("STAYS", plain("1"), "GOES", plain("x"), "KEY", secret("k-111111")));
    }

    @Test
    void a_diff_names_what_came_went_and_changed_and_tells_no_secret() {
        put("second@example.org", Map.of("STAYS", plain("1"), "COMES", plain("$é"), "KEY", secret("k-222222")));

        Answer diff = operator.get(path + "/diff?from=2&to=3").expect(200);

        assertThat(items(diff))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ADMIN_EMAIL", "changed first@example.org second@example.org",
                        "COMES", "added null $é",
                        "GOES", "removed x null",
                        "KEY", "changed null null"));
        assertThat(diff.body()).doesNotContain("k-111111", "k-222222");
        assertThat(operator.get(path + "/diff").json()).isEqualTo(diff.json());
        assertThat(operator.get(path + "/diff?from=3&to=3").at("items")).isEmpty();
        assertThat(operator.get(path + "/diff?from=9&to=x")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("to");
        assertThat(operator.get(path + "/diff?from=9")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("from");
    }

    @Test
    void the_versions_are_listed_with_who_made_them() {
        Answer versions = operator.get(path + "/versions?size=1").expect(200);

        assertThat(versions.at("total").intValue()).isEqualTo(2);
        assertThat(versions.at("items/0/version").intValue()).isEqualTo(2);
        assertThat(versions.text("items/0/createdBy")).isEqualTo("some-operator");
    }

    @Test
    void an_earlier_version_comes_back_as_a_new_one_with_its_secrets() {
        put("second@example.org", Map.of("KEY", secret("k-222222")));

        Answer restored = operator.post(path + "/versions/2/restore", "{}").expect(200);

        assertThat(restored.at("version").intValue()).isEqualTo(4);
        assertThat(restored.text("adminEmail")).isEqualTo("first@example.org");
        assertThat(operator.get(path + "/diff?from=2&to=4").at("items")).isEmpty();
        assertThat(operator.get("/api/audit?action=config.change&tenant=" + id).text("items/0/after/ADMIN_EMAIL"))
                .isEqualTo("first@example.org");
        operator.post(path + "/versions/9/restore", "{}").refuses(404, "request.not-found");
        operator.post(path + "/versions/x/restore", "{}").refuses(404, "request.not-found");
    }

    @Test
    void a_change_is_written_down_with_what_differs_and_its_secrets_masked() {
        Answer audit =
                operator.get("/api/audit?action=config.change&tenant=" + id).expect(200);

        assertThat(audit.text("items/0/after/STAYS")).isEqualTo("1");
        assertThat(audit.text("items/0/after/KEY")).isEqualTo("•••");
        assertThat(audit.body()).doesNotContain("k-111111", "ADMIN_PASSWORD");
    }

    private void put(String email, Map<String, Object> env) {
        operator.put(path, Map.of("adminEmail", email, "env", env)).expect(200);
    }

    private static Map<String, String> items(Answer diff) {
        Map<String, String> items = new TreeMap<>();
        for (JsonNode item : diff.at("items")) {
            items.put(
                    item.path("key").asText(),
                    item.path("change").asText() + " "
                            + item.at("/before/value").asText("null") + " "
                            + item.at("/after/value").asText("null"));
        }
        return items;
    }

    private static Map<String, Object> plain(String value) {
        return Map.of("value", value, "secret", false);
    }

    private static Map<String, Object> secret(String value) {
        return Map.of("value", value, "secret", true);
    }
}
