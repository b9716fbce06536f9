package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that mislead are accepted with a warning, or refused if the setting demands it. */
@QuarkusTest
class NameWarningsTest {
    private static final String STRICT = "/api/settings/domain.strictNames";
    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "n" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void restore_the_default() {
        Api.admin().put(STRICT, Collections.singletonMap("value", null)).expect(200);
    }

    @Test
    void a_reserved_and_a_look_alike_name_have_warnings() {
        Api.Answer made = operator.post("/api/tenants", tenant(slug + ".internal", slug + ".ѕсоре.com"))
                .expect(201);

        for (Api.Answer answer :
                List.of(made, operator.get("/api/tenants/" + slug).expect(200))) {
            assertThat(answer.text("warnings/0/field")).isEqualTo("domain");
            assertThat(answer.text("warnings/0/message")).contains("internal", "private networks");
            assertThat(answer.text("warnings/1/field")).isEqualTo("aliases[0]");
            assertThat(answer.text("warnings/1/message")).contains("can be taken for scope");
        }
    }

    @Test
    void an_ordinary_name_and_the_tenant_s_own_localhost_name_have_none() {
        Api.Answer made = operator.post("/api/tenants", tenant(slug + ".localhost", "www." + slug + ".de"))
                .expect(201);

        assertThat(made.at("warnings").size()).isZero();
    }

    @Test
    void with_the_setting_new_misleading_names_are_refused_and_present_ones_stay() {
        operator.post("/api/tenants", tenant(slug + ".local")).expect(201);
        Api.admin().put(STRICT, Map.of("value", "true")).expect(200);

        assertThat(operator.post("/api/tenants", tenant(slug + ".test", "a" + slug + ".de", slug + ".example"))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("domain", "aliases[1]");
        operator.put("/api/tenants/" + slug, Map.of("name", "Renamed", "domain", slug + ".local", "aliases", List.of()))
                .expect(200);
        assertThat(operator.put(
                                "/api/tenants/" + slug,
                                Map.of("name", "x", "domain", slug + ".local", "aliases", List.of(slug + ".onion")))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("aliases[0]");
    }

    private Map<String, Object> tenant(String domain, String... aliases) {
        return Map.of("name", slug, "slug", slug, "domain", domain, "aliases", List.of(aliases));
    }
}
