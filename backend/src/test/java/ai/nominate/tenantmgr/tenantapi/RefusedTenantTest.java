package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Invalid tenants: each wrong field is named with its reason, and no tenant is made. The product's test looks at files and processes too. */
@QuarkusTest
class RefusedTenantTest {
    @TestFactory
    Stream<DynamicTest> a_field_that_is_wrong_is_named_with_its_reason_and_no_tenant_is_made() {
        return WrongTenant.all()
                .map(wrong -> DynamicTest.dynamicTest(wrong.toString(), () -> {
                    Api.Answer answer =
                            Api.admin().post("/api/tenants", wrong.request()).expect(400);

                    assertThat(reasons(answer, wrong.namedField()))
                            .as(answer.body())
                            .anyMatch(reason -> reason.startsWith(wrong.reason()));
                    Api.admin().get("/api/tenants/never-made").expect(404);
                }));
    }

    private static List<String> reasons(Api.Answer answer, String field) {
        return answer.json()
                .path("errors")
                .valueStream()
                .filter(error -> error.path("field").asText().equals(field))
                .map(error -> error.path("message").asText())
                .toList();
    }
}
