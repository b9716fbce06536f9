package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.tenantapi.WrongTenant.with;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.tenantapi.WrongTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Invalid tenants: field and reason are returned, and nothing else happens. {@code RefusedTenantTest} has many more. */
@ExtendWith(OnProduct.class)
class RefusedTenantIT {
    private final Product product;

    RefusedTenantIT(Product product) {
        this.product = product;
    }

    @ParameterizedTest
    @MethodSource("ai.nominate.tenantmgr.tenantapi.WrongTenant#ofEachField")
    void a_field_that_is_wrong_is_named_with_its_reason_and_nothing_comes_of_it(WrongTenant wrong) {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api().send("POST", "/api/tenants", wrong.request());

        assertThat(answer.status()).as("answered: %s", answer.json()).isEqualTo(400);
        assertThat(answer.reason(wrong.namedField())).as("in %s", answer.json()).startsWith(wrong.reason());
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void a_variable_whose_value_would_make_two_is_refused() {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api()
                .send(
                        "POST",
                        "/api/tenants",
                        with("config", Map.of("env", Map.of("SAFE", Map.of("value", "a\u0000b")))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason("config.env.SAFE.value")).isNotEmpty();
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void all_that_is_wrong_comes_at_once() {
        Map<String, Object> request = with("slug", "a;id");
        request.put("domain", "a.com}");
        request.put("name", "");

        Api.Answer answer = product.api().send("POST", "/api/tenants", request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("name", "slug", "domain");
    }

    @Test
    void a_field_that_nobody_knows_is_named() {
        Traces before = Traces.of(product);

        Api.Answer answer = product.api().send("POST", "/api/tenants", with("nginxSnippet", "access_log /etc/x;"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason("nginxSnippet")).isEqualTo("is not a known field");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void what_another_tenant_has_is_named_with_the_field() {
        product.tenant("first-come", product.source("first-come").firstRelease());
        Traces before = Traces.of(product);

        Map<String, Object> sameDomain = with("domain", "FIRST-COME.example.org");
        Map<String, Object> sameAlias = with("aliases", List.of("first-come.example.org"));

        assertThat(refused(with("slug", "first-come")).reason("slug")).contains("belongs to another tenant");
        assertThat(refused(sameDomain).reason("domain")).contains("belongs to another tenant");
        assertThat(refused(sameAlias).reason("aliases[0]")).contains("belongs to another tenant");
        int port = product.api()
                .get("/api/tenants/first-come")
                .at("/ports/frontend")
                .asInt();
        assertThat(refused(with("ports", Map.of("frontend", port, "backend", port + 1)))
                        .reason("ports.frontend"))
                .contains("not free");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    private Api.Answer refused(Map<String, Object> request) {
        Api.Answer answer = product.api().send("POST", "/api/tenants", request);
        assertThat(answer.status()).as("answered: %s", answer.json()).isEqualTo(409);
        return answer;
    }
}
