package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The generated texts match the snapshots. Run with {@code -Dsnap} to rewrite the files, then review the difference.
 */
class GenerationSnapshotTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/snapshots/nginx");
    private static final NginxSettings LAPTOP =
            settings(List.of("127.0.0.1", "[::1]"), 8080, 8443, PublicAddress.Scheme.HTTP);
    private static final NginxSettings SERVER =
            settings(List.of("0.0.0.0", "[::]"), 80, 443, PublicAddress.Scheme.HTTPS);
    private static final Routes CAMPAIGN = new Routes(
            new TreeMap<>(Map.of("/", Stage.TO_FRONTEND, "/api/", Stage.TO_BACKEND)),
            Map.of("/theme.css", "theme.css", "/logo", "logo.png"));
    private static final Routes DEEPER = new Routes(
            new TreeMap<>(Map.of(
                    "/", Stage.TO_FRONTEND,
                    "/api/", Stage.TO_BACKEND,
                    "/api/v2/", Stage.TO_BACKEND,
                    "/api/v2/pages/", Stage.TO_FRONTEND)),
            Map.of("/theme.css", "theme.css"));

    @Test
    void the_configuration_of_a_laptop() throws IOException {
        matches("laptop", NginxConf.render(LAPTOP, ""));
    }

    @Test
    void the_configuration_of_a_server() throws IOException {
        Map<String, String> files = NginxConf.render(SERVER, "user tenantmgr tenantmgr;\n");
        matches("server", Map.of("nginx.conf", files.get("nginx.conf")));
    }

    @Test
    void on_a_server_an_earlier_domain_leads_to_https_in_one_step() {
        assertThat(NginxConf.render(SERVER, "").get("tenant.conf"))
                .contains("if ($movedTo != \"\") { return 308 https://$movedTo$request_uri; }");
    }

    @Test
    void a_host_that_has_moved_leads_to_another_and_keeps_its_certificate() {
        DomainName domain = new DomainName("new.example");
        DomainName earlier = new DomainName("old.example");
        Site site = new Site(new TenantSlug("one"), List.of(domain, earlier), Map.of(earlier, domain), "c1", Map.of());
        SortedMap<String, String> files =
                RenderedMaps.of(List.of(site), new SiteMaps()).files();

        assertThat(files.get("moved.map")).isEqualTo("old.example new.example;\n");
        assertThat(files.get("hosts.map")).isEqualTo("new.example one;\nold.example one;\n");
        assertThat(files.get("certs.map")).isEqualTo("new.example c1;\nold.example c1;\n");
        assertThatThrownBy(
                        () -> new Site(new TenantSlug("one"), List.of(domain), Map.of(domain, earlier), "c1", Map.of()))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_host_can_have_another_certificate_than_the_rest_of_its_site() {
        DomainName domain = new DomainName("new.example");
        DomainName alias = new DomainName("www.new.example");
        Site site =
                new Site(new TenantSlug("one"), List.of(domain, alias), Map.of(), "c1", Map.of(alias, "c2"), Map.of());

        assertThat(RenderedMaps.of(List.of(site), new SiteMaps()).files().get("certs.map"))
                .isEqualTo("new.example c1;\nwww.new.example c2;\n");
    }

    @Test
    void the_maps_of_three_tenants() throws IOException {
        matches("three-tenants", RenderedMaps.of(threeTenants(), new SiteMaps()).files());
    }

    @Test
    void a_tenant_that_claims_another_s_host_keeps_its_former_lines() throws IOException {
        SiteMaps earlier =
                SiteMaps.parse(RenderedMaps.of(threeTenants(), new SiteMaps()).files()::get);
        List<Site> sites = new ArrayList<>(threeTenants());
        Site greedy = site("acme", List.of("acme.example", "beta.example"), "c9", Map.of(Slot.A, slot(20_500, "r9")));
        sites.set(0, greedy);
        RenderedMaps rendered = RenderedMaps.of(sites, earlier);
        assertThat(rendered.setAside())
                .containsExactly(new QuarantinedSite(new TenantSlug("acme"), "beta.example belongs to tenant beta"));
        matches("three-tenants", rendered.files());
    }

    @Test
    void of_two_new_tenants_that_claim_a_host_the_first_gets_it_and_the_other_is_left_out() {
        Site one = site("one", List.of("shared.example"), null, Map.of());
        Site two = site("two", List.of("shared.example", "two.example"), null, Map.of());
        RenderedMaps rendered = RenderedMaps.of(List.of(one, two), new SiteMaps());
        assertThat(rendered.files().get("hosts.map")).isEqualTo("shared.example one;\n");
        assertThat(rendered.setAside()).extracting(QuarantinedSite::slug).containsExactly(new TenantSlug("two"));
    }

    @Test
    void a_tenant_that_is_named_twice_is_taken_once() {
        Site one = site("one", List.of("one.example"), null, Map.of());
        Site again = site("one", List.of("two.example"), null, Map.of());
        RenderedMaps rendered = RenderedMaps.of(List.of(one, again), new SiteMaps());
        assertThat(rendered.files().get("hosts.map")).isEqualTo("one.example one;\n");
        assertThat(rendered.setAside())
                .extracting(QuarantinedSite::reason)
                .containsExactly("the tenant is listed twice");
    }

    private static List<Site> threeTenants() {
        return List.of(
                site(
                        "acme",
                        List.of("acme.example", "www.acme.example"),
                        "c1",
                        Map.of(Slot.A, slot(20_000, "2026-01-campaign"), Slot.B, deeper(20_002))),
                site("beta", List.of("beta.example"), "c2", Map.of(Slot.B, slot(20_010, "2026-01-campaign"))),
                site("default", List.of("default.localhost"), null, Map.of()));
    }

    private static Site site(String slug, List<String> hosts, String certificate, Map<Slot, SlotSite> slots) {
        return new Site(
                new TenantSlug(slug), hosts.stream().map(DomainName::new).toList(), certificate, slots);
    }

    private static SlotSite slot(int port, String release) {
        return new SlotSite(ports(port), release, CAMPAIGN);
    }

    private static SlotSite deeper(int port) {
        return new SlotSite(ports(port), "2026-02-campaign", DEEPER);
    }

    private static Map<Integer, PortNumber> ports(int first) {
        return Map.of(
                1, new PortNumber(first),
                0, new PortNumber(first + 1));
    }

    private static NginxSettings settings(List<String> addresses, int http, int https, PublicAddress.Scheme scheme) {
        return new NginxSettings(
                "nginx",
                new Home(Path.of("/srv/tenantmgr")),
                addresses,
                new PublicAddress(scheme, new PortNumber(http), new PortNumber(https)),
                new PortNumber(8088),
                new PortNumber(8099),
                Path.of("/opt/tenantmgr/spa"));
    }

    private static void matches(String name, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path snapshot = SNAPSHOTS.resolve(name).resolve(file.getKey());
            if (System.getProperty("snap") != null) {
                SafeFiles.write(snapshot, file.getValue(), "rw-r--r--");
            }
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(Files.readString(snapshot));
        }
    }
}
