package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lines of NGINX's log of failed requests. */
class FailedRequestsTest {
    private static final String LINE =
            "{\"time\":\"2026-03-01T13:00:00+01:00\",\"tenant\":\"acme\",\"slot\":\"a\",\"service\":"
                    + "\"backend\",\"host\":\"acme.example\",\"client\":\"192.0.2.7\",\"method\":\"GET\",\"path\":\"/api/x\","
                    + "\"status\":502,\"bytes\":1,\"seconds\":0.021,\"requestId\":\"abc\"}";

    @Test
    void a_line_is_a_request_of_its_tenant() {
        assertThat(FailedRequests.read(LINE, new TenantSlug("acme")))
                .contains(new FailedRequest(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        "GET",
                        "acme.example",
                        "/api/x",
                        502,
                        21,
                        "a",
                        "backend",
                        "abc"));
    }

    @Test
    void a_line_of_another_tenant_and_half_a_line_are_none() {
        assertThat(FailedRequests.read(LINE, new TenantSlug("other"))).isEmpty();
        assertThat(FailedRequests.read(LINE.substring(40), new TenantSlug("acme")))
                .isEmpty();
        assertThat(FailedRequests.read("", new TenantSlug("acme"))).isEmpty();
    }
}
