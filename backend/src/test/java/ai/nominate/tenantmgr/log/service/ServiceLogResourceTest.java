package ai.nominate.tenantmgr.log.service;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logs and errors of a tenant over HTTP, before it has a service. */
@QuarkusTest
class ServiceLogResourceTest {
    private final Api viewer = Api.as(Role.VIEWER);
    private final String slug = "l" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_tenant() {
        Api.as(Role.OPERATOR)
                .post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
    }

    @Test
    void a_draft_has_printed_nothing_and_its_cursor_can_be_handed_back() {
        Api.Answer page = viewer.get("/api/tenants/" + slug + "/logs").expect(200);

        assertThat(page.at("items")).isEmpty();
        assertThat(viewer.get("/api/tenants/" + slug + "/logs?afterCursor=" + page.text("cursor"))
                        .expect(200)
                        .at("items"))
                .isEmpty();
        assertThat(viewer.get("/api/tenants/" + slug + "/logs?afterCursor=begin&service=backend&slot=b")
                        .expect(200)
                        .text("cursor"))
                .startsWith("b:");
        assertThat(viewer.with("Accept", "text/plain")
                        .get("/api/tenants/" + slug + "/logs")
                        .expect(200)
                        .body())
                .isEmpty();
    }

    @Test
    void a_line_that_is_not_kept_is_gone() {
        String gone = ServiceCursor.at(Slot.A, ServiceName.BACKEND, "1f.2c0").toString();

        viewer.get("/api/tenants/" + slug + "/logs?line=" + gone).refuses(404, "log.line-gone");
        for (String wrong :
                List.of("begin", gone + "&service=frontend", gone + "&slot=b", gone + "&afterCursor=begin")) {
            assertThat(viewer.get("/api/tenants/" + slug + "/logs?line=" + wrong)
                            .expect(400)
                            .fields())
                    .containsExactly("line");
        }
    }

    @Test
    void a_draft_has_no_errors() {
        Api.Answer errors = viewer.get("/api/tenants/" + slug + "/errors").expect(200);

        assertThat(errors.at("lines")).isEmpty();
        assertThat(errors.at("requests")).isEmpty();
    }

    @Test
    void what_is_not_valid_is_named() {
        for (String accept : new String[] {"application/json", "text/event-stream"}) {
            assertThat(viewer.with("Accept", accept)
                            .get("/api/tenants/" + slug + "/logs?service=No!&slot=c&afterCursor=x")
                            .expect(400)
                            .fields())
                    .containsExactlyInAnyOrder("service", "slot", "afterCursor");
        }
        assertThat(viewer.get("/api/tenants/" + slug + "/logs?limit=5000")
                        .expect(400)
                        .fields())
                .containsExactly("limit");
    }
}
