package ai.nominate.tenantmgr.kernel;

import static ai.nominate.tenantmgr.kernel.PublicAddress.Scheme.HTTP;
import static ai.nominate.tenantmgr.kernel.PublicAddress.Scheme.HTTPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAddressTest {
    private static final PublicAddress LAPTOP = address(HTTP, 8080, 8443);
    private static final PublicAddress SERVER = address(HTTPS, 80, 443);
    private static final TenantSlug ACME = new TenantSlug("acme");
    private static final DomainName DOMAIN = new DomainName("acme.example");
    private static final Optional<DomainName> LOCAL = Optional.of(new DomainName("acme.localhost"));

    @Test
    void on_a_laptop_a_tenant_has_a_name_that_needs_no_dns_over_plain_http() {
        assertThat(LAPTOP.local(ACME)).isEqualTo(LOCAL);
        assertThat(LAPTOP.url(DOMAIN, LOCAL)).hasToString("http://acme.localhost:8080");
        assertThat(LAPTOP.url(new DomainName("shop.localhost"), LOCAL)).hasToString("http://shop.localhost:8080");
        assertThat(LAPTOP.url(DOMAIN, Optional.empty())).hasToString("http://acme.example:8080");
        assertThat(LAPTOP.redirectsToHttps()).isFalse();
    }

    @Test
    void on_a_server_a_tenant_has_its_domain_alone_over_tls() {
        assertThat(SERVER.local(ACME)).isEmpty();
        assertThat(SERVER.url(DOMAIN, LOCAL)).hasToString("https://acme.example");
        assertThat(SERVER.redirectsToHttps()).isTrue();
    }

    @Test
    void a_port_is_named_where_it_is_not_the_usual_one() {
        assertThat(address(HTTP, 80, 8443).url(DOMAIN, LOCAL)).hasToString("http://acme.localhost");
        assertThat(address(HTTPS, 80, 8443).url(DOMAIN, LOCAL)).hasToString("https://acme.example:8443");
        assertThat(LAPTOP.httpsSuffix()).isEqualTo(":8443");
        assertThat(SERVER.httpsSuffix()).isEmpty();
    }

    private static PublicAddress address(PublicAddress.Scheme scheme, int http, int https) {
        return new PublicAddress(scheme, new PortNumber(http), new PortNumber(https));
    }
}
