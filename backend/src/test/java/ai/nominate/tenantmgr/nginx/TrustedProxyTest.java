package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Behind a proxy that is trusted, an application learns the address and the scheme of the visitor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustedProxyTest {
    private static final TenantSlug ACME = Stage.slug("acme");

    private Stage stage;
    private Visitor proxy;

    @BeforeAll
    void serve() throws Exception {
        stage = new Stage();
        NginxSettings plain = stage.settings;
        NginxSettings behind = new NginxSettings(
                plain.program(),
                plain.home(),
                plain.addresses(),
                plain.address(),
                plain.pages(),
                plain.api(),
                plain.spa(),
                new TrustedProxies(List.of("127.0.0.0/8", "10.0.0.0/8", "::1")),
                Set.of("localhost", "panel.example.org"));
        stage.write("spa/index.html", "<!doctype html><title>Manager</title>");
        Site site =
                new Site(ACME, Stage.hosts("acme.localhost"), null, Map.of(Slot.A, Stage.slot("r1", stage.app("app"))));
        assertThat(stage.wire(behind).sites().apply(List.of(site), Permit.ALWAYS))
                .isInstanceOf(ApplyResult.Changed.class);
        stage.markers.switchTo(ACME, Slot.A, Permit.ALWAYS);
        proxy = stage.http();
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void the_address_of_the_visitor_is_the_last_one_that_no_trusted_proxy_has() {
        assertThat(forwarded("X-Forwarded-For", "6.6.6.6, 203.0.113.7, 10.1.2.3"))
                .contains("X-Forwarded-For: 203.0.113.7\n", "X-Real-IP: 203.0.113.7\n")
                .doesNotContain("6.6.6.6");
        assertThat(forwarded("X-Forwarded-For", "2001:db8::7")).contains("X-Real-IP: 2001:db8::7\n");
    }

    @Test
    void scheme_and_port_are_those_of_the_proxy() {
        assertThat(forwarded("X-Forwarded-Proto", "https"))
                .contains("X-Forwarded-Proto: https\n", "X-Forwarded-Port: 443\n", "Host: acme.localhost\n");
        assertThat(forwarded("X-Forwarded-Proto", "https", "X-Forwarded-Port", "8443"))
                .contains("X-Forwarded-Port: 8443\n", "Host: acme.localhost:8443\n");
    }

    @Test
    void values_that_are_none_are_not_believed() {
        assertThat(forwarded("X-Forwarded-Proto", "javascript", "X-Forwarded-Port", "99999999"))
                .contains("X-Forwarded-Proto: http\n", "X-Forwarded-Port: " + stage.settings.http() + "\n");
        assertThat(forwarded("X-Forwarded-For", "not an address", "X-Forwarded-Prefix", "/evil"))
                .contains("X-Real-IP: 127.0.0.1\n")
                .doesNotContain("evil", "not an address");
    }

    @Test
    void a_further_name_of_the_manager_is_accepted() {
        Visitor web = stage.web();
        assertThat(web.get("panel.example.org", "/").status()).isEqualTo(200);
        assertThat(web.get("other.example.org", "/").status()).isEqualTo(421);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "0.0.0.0/0", "::/0", "proxy.example.org", "10.0.0.0/8; allow all", "", "1/2/3"})
    void a_network_that_is_none_is_refused(String network) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(network)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("TENANTMGR_TRUSTED_PROXIES");
    }

    private String forwarded(String... headers) {
        return proxy.get("acme.localhost", "/", headers).body();
    }
}
