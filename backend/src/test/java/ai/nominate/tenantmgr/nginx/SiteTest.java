package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final TenantSlug ACME = new TenantSlug("acme");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/", "/api/v1/files/", "/.well-known/", "/a_b~c-d.e/", "/graphql", "/a/b/c/openapi.json"
            })
    void a_route_is_whole_segments_for_all_below_it_or_for_itself(String path) {
        assertThatCode(() -> routes(Map.of(path, Stage.TO_BACKEND))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api/",
                "/a/b/c/d/e",
                "//",
                "/a//b/",
                "/a/b/c/d/",
                "/../",
                "/a/./",
                "/a b/",
                "/a;/",
                "/a\n/",
                "/a\"/",
                "/$uri/",
                "/{/",
                "/~*\\/",
                "/ä/",
                "/.tenantmgr-theme/",
                "/.tenantmgr-files",
                "/.well-known/acme-challenge/"
            })
    void a_route_of_another_shape_is_refused(String path) {
        assertThatThrownBy(() -> routes(Map.of(path, Stage.TO_BACKEND))).isInstanceOf(InvalidValue.class);
    }

    @Test
    void paths_that_differ_in_case_alone_are_refused_since_nginx_takes_them_for_one() {
        assertThatThrownBy(() -> routes(Map.of("/api/", Stage.TO_BACKEND, "/API/", Stage.TO_FRONTEND)))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a.env", "..", ".", ".hidden", "a/b", "a b", "$uri", "a;b", "a\nb"})
    void a_theme_file_is_a_plain_name(String file) {
        assertThatThrownBy(() -> new Routes(new TreeMap<>(Map.of("/", Stage.TO_BACKEND)), Map.of("/theme.css", file)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_release_without_routes_is_refused() {
        assertThatThrownBy(() -> routes(Map.of())).isInstanceOf(InvalidValue.class);
    }

    @Test
    void equal_routes_have_one_name_and_others_another() {
        Routes one = routes(Map.of("/", Stage.TO_BACKEND, "/a/", Stage.TO_FRONTEND));
        Routes same = routes(Map.of("/a/", Stage.TO_FRONTEND, "/", Stage.TO_BACKEND));
        Routes other = routes(Map.of("/", Stage.TO_BACKEND, "/a/", Stage.TO_BACKEND));
        assertThat(one.id()).matches("m[0-9a-f]{12}").isEqualTo(same.id()).isNotEqualTo(other.id());
    }

    @Test
    void a_route_to_a_service_without_a_port_is_refused() {
        Routes routes = routes(Map.of("/", Stage.TO_FRONTEND));
        Map<Integer, PortNumber> ports = Map.of(1, new PortNumber(20_000));
        assertThatThrownBy(() -> new SlotSite(ports, "r1", routes)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R1", "a,b", "a|b", "a b", "a:b"})
    void a_release_s_id_of_another_shape_is_refused(String release) {
        Routes routes = routes(Map.of("/", Stage.TO_BACKEND));
        Map<Integer, PortNumber> ports = Map.of(1, new PortNumber(20_000));
        assertThatThrownBy(() -> new SlotSite(ports, release, routes)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "..", "../x", "a/b", "a b", "$x", "a;"})
    void a_certificate_s_id_of_another_shape_is_refused(String certificate) {
        List<DomainName> hosts = List.of(new DomainName("acme.localhost"));
        assertThatThrownBy(() -> new Site(ACME, hosts, certificate, Map.of())).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"0", "01997d2c-5a4e-7c3e-9b1f-0242ac120002"})
    void a_site_may_have_a_certificate_or_none(String certificate) {
        List<DomainName> hosts = List.of(new DomainName("acme.localhost"));
        assertThatCode(() -> new Site(ACME, hosts, certificate, Map.of())).doesNotThrowAnyException();
    }

    @Test
    void a_site_has_hosts_and_each_once() {
        DomainName host = new DomainName("acme.localhost");
        assertThatThrownBy(() -> new Site(ACME, List.of(), null, Map.of())).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Site(ACME, List.of(host, host), null, Map.of()))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/a\"b", "/srv/$home", "/srv/a\\b", "/srv/*", "/srv/a\nb"})
    void a_home_that_nginx_cannot_be_told_of_is_refused(String home) {
        PortNumber port = new PortNumber(8080);
        assertThatThrownBy(() -> new NginxSettings(
                        "nginx",
                        new Home(Path.of(home)),
                        List.of("127.0.0.1"),
                        new PublicAddress(PublicAddress.Scheme.HTTP, port, port),
                        port,
                        port,
                        Path.of("/srv/spa")))
                .isInstanceOf(InvalidValue.class);
    }

    private static Routes routes(Map<String, SiteTarget> paths) {
        return new Routes(new TreeMap<>(paths), Map.of());
    }
}
