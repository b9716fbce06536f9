package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** A temporary home with a real NGINX, removed at the end. */
final class Stage implements AutoCloseable {
    /** One for all tests, because it takes seconds to stop. */
    private static final Vertx VERTX = Vertx.vertx();

    static final SiteTarget TO_FRONTEND = SiteTarget.service(0, ServiceName.FRONTEND, OptionalInt.empty());
    static final SiteTarget TO_BACKEND = SiteTarget.service(1, ServiceName.BACKEND, OptionalInt.empty());

    final Vertx vertx = VERTX;
    final Path root;
    final Home home;
    final NginxSettings settings;
    final PlainRunner runner = new PlainRunner();
    final TestAuthority authority = new TestAuthority();
    final PublicProbe probe;
    final NginxProcess process;
    final NginxSites sites;
    final LiveMarkers markers;
    private final Deque<Runnable> opened = new ArrayDeque<>();

    Stage() throws IOException {
        requireNginx();
        root = Files.createTempDirectory("nginx-stage");
        home = new Home(root.resolve("the home"));
        SafeFiles.directory(home.root(), "rwxr-xr-x");
        settings = settings(home, TestPorts.free(), false);
        authority.writeTo(root.resolve("authority.pem"));
        Wired wired = wire(settings);
        probe = wired.probe();
        process = wired.process();
        sites = wired.sites();
        markers = new LiveMarkers(new TenantFiles(home));
    }

    /** Recreates the components, as a restarted manager would. */
    record Wired(PublicProbe probe, NginxProcess process, NginxSites sites) {}

    Wired wire(NginxSettings with) {
        PublicProbe newProbe = new PublicProbe(with, vertx, root.resolve("authority.pem"));
        NginxProcess newProcess =
                new NginxProcess(with, new DetachedLauncher(BaseEnvironment.of(with.home())), runner, newProbe);
        return new Wired(newProbe, newProcess, new NginxSites(with, runner, newProcess, newProbe, new SecureRandom()));
    }

    static NginxSettings settings(Home home, int http, boolean redirect) {
        return new NginxSettings(
                NginxSettings.installedProgram(),
                home,
                NginxSettings.loopback(),
                new PublicAddress(
                        redirect ? PublicAddress.Scheme.HTTPS : PublicAddress.Scheme.HTTP,
                        new PortNumber(http),
                        new PortNumber(TestPorts.free())),
                new PortNumber(TestPorts.free()),
                new PortNumber(TestPorts.free()),
                home.root().resolve("spa"));
    }

    private static void requireNginx() {
        boolean installed = Files.isExecutable(Path.of(NginxSettings.installedProgram()));
        if (!installed && "true".equals(System.getenv("CI"))) {
            fail("these tests need NGINX: apt-get install nginx");
        }
        Assumptions.assumeTrue(installed, "SKIPPED: these tests need NGINX: apt-get install nginx");
    }

    App app(String name) {
        App app = new App(vertx, name);
        opened.push(app::close);
        return app;
    }

    Visitor http() {
        return keep(new Visitor(vertx, settings.http().value(), false, false));
    }

    Visitor https() {
        return keep(new Visitor(vertx, settings.https().value(), true, false));
    }

    Visitor web() {
        return keep(new Visitor(vertx, settings.web().value(), false, false));
    }

    Visitor keep(Visitor visitor) {
        opened.push(visitor::close);
        return visitor;
    }

    void write(String file, String text) {
        SafeFiles.write(home.root().resolve(file), text, "rw-r--r--");
    }

    static Routes routes(Map<String, SiteTarget> paths, Map<String, String> theme) {
        return new Routes(new TreeMap<>(paths), theme);
    }

    static SlotSite slot(String release, App frontend) {
        return new SlotSite(Map.of(0, frontend.port()), release, routes(Map.of("/", TO_FRONTEND), Map.of()));
    }

    static TenantSlug slug(String text) {
        return new TenantSlug(text);
    }

    static List<DomainName> hosts(String... names) {
        return List.of(names).stream().map(DomainName::new).toList();
    }

    static void eventually(BooleanSupplier happened) {
        assertThat(Polling.until(Duration.ofSeconds(10), happened))
                .as("it happened within 10 s")
                .isTrue();
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        process.stop();
        SafeFiles.deleteTree(root);
    }
}
