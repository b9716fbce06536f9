package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a tenant's page may reach while its pictures are taken. */
class WayOutTest {
    private static final InetSocketAddress NGINX = new InetSocketAddress("127.0.0.1", 8443);

    private final WayOut way = new SiteRequest(
                    new TenantSlug("acme"),
                    URI.create("https://acme.example:8443/"),
                    Set.of("acme.example", "www.acme.example"),
                    Map.of(8443, NGINX),
                    "/theme.css",
                    "")
            .way(new Egress(Optional.empty())::reachOnWeb);

    @ParameterizedTest
    @CsvSource({"acme.example", "www.acme.example"})
    void the_tenants_hosts_lead_to_nginx_without_a_name_server(String host) {
        assertThat(way.reach(host, 8443)).isEqualTo(NGINX);
    }

    @Test
    void what_is_public_is_reached_as_in_an_analysis() {
        assertThat(way.reach("1.1.1.1", 443)).isEqualTo(new InetSocketAddress("1.1.1.1", 443));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 8443",
        "127.0.0.1, 5432",
        "localhost, 8443",
        "10.0.0.5, 443",
        "169.254.169.254, 80",
        "acme.example, 5432",
        "ACME.example, 8443",
        "8.8.8.8, 8443"
    })
    void nothing_else_that_is_private_and_no_other_port_is_reached(String host, int port) {
        assertThatThrownBy(() -> way.reach(host, port)).isInstanceOf(ProblemException.class);
    }
}
