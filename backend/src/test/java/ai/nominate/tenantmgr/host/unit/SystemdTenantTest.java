package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A tenant that tries to reach another one and the manager. Runs on the throw-away server of {@code deploy/systemd/test}. */
@Tag("endurance")
class SystemdTenantTest {
    private static final UnitId VICTIM = id("acme", Slot.A);
    private static final UnitId MALLORY = id("mallory", Slot.A);
    private static final Home HOME = SystemdHome.HOME;
    private static final String SECRET = "hidden-4711";

    private final SystemdHome home = new SystemdHome();
    private Supervisor supervisor;
    private Unit victim;

    @BeforeEach
    void start() {
        supervisor = new DrivenSupervisor(HOME, home.driver(), (status, sentence) -> {});
        supervisor.watch(Permit.ALWAYS);
        Path environment = HOME.tenants().resolve("acme/a.env");
        victim = unit(
                VICTIM,
                ". '" + environment + "'\nexport TOKEN\necho $TOKEN >file; echo $TOKEN; exec sleep 4711",
                FileView.nothing().reading(environment));
        SafeFiles.write(environment, "TOKEN=" + SECRET + "\n", "rw-------");
        SafeFiles.directory(HOME.keys(), "rwxr-xr-x");
        SafeFiles.write(HOME.keys().resolve("key"), SECRET + "\n", "rw-r--r--");
        supervisor.start(victim, Permit.ALWAYS);
        eventually(
                "it has its environment", () -> supervisor.lastLines(VICTIM, 1).equals(List.of(SECRET)));
    }

    @AfterEach
    void end() {
        supervisor.close();
        home.clean();
        SafeFiles.deleteTree(HOME.keys());
    }

    @Test
    void another_tenant_reads_none_of_its_files_and_none_of_the_managers() {
        assertThat(tried("cat " + HOME.root() + "/tenants/acme/a.env " + HOME.root() + "/keys/key "
                        + HOME.root()
                        + "/run/programs/* /var/lib/private/tenantmgr/acme/file /var/lib/tenantmgr/acme/file;"
                        + " ls -R " + HOME.root()
                        + " /var/lib/private /run /srv; find / -xdev -maxdepth 4 -name 'acme' 2>/dev/null"))
                .noneMatch(line -> line.contains(SECRET) || line.equals("acme") || line.endsWith("/acme"));
    }

    @Test
    void another_tenant_sees_and_signals_none_of_its_processes() {
        long pid = supervisor.status(VICTIM).pid();

        List<String> lines =
                tried("ls -d /proc/[0-9]*/; cat /proc/" + pid + "/environ /proc/" + pid + "/cmdline /proc/1/environ;"
                        + " kill -9 " + pid + "; kill -9 -1; grep -l sleep /proc/[0-9]*/comm; echo end");

        assertThat(lines)
                .noneMatch(
                        line -> line.contains(SECRET) || line.equals("/proc/" + pid + "/") || line.equals("/proc/1/"));
        assertThat(supervisor.status(VICTIM).pid()).isEqualTo(pid);
    }

    @Test
    void another_tenant_reads_no_journal_and_asks_systemd_nothing() {
        assertThat(tried("journalctl -n 50; journalctl -D /var/log/journal; ls -R /var/log /run/log;"
                        + " systemctl status tenantmgr-service1-a@acme; systemctl stop tenantmgr-service1-a@acme;"
                        + " busctl list; echo end"))
                .noneMatch(line -> line.contains(SECRET))
                .noneMatch(line -> line.contains("Active: active"));
        assertThat(supervisor.status(VICTIM).state()).isEqualTo(UnitState.RUNNING);
    }

    @Test
    void a_link_in_the_place_of_its_storage_leads_a_tenant_nowhere() throws IOException {
        SafeFiles.directory(HOME.releases().resolve("other"), "rwxr-xr-x");
        SafeFiles.write(HOME.releases().resolve("other/code"), SECRET, "rw-r--r--");
        Path storage = SystemdHome.storage(MALLORY.slug());
        Path release = HOME.releases().resolve("none");
        FileView view =
                FileView.nothing().writing(storage).writing(storage.resolve("uploads"), release.resolve("uploads"));
        Unit mallory =
                unit(MALLORY, "touch " + release + "/uploads/mine; ls " + release + "/uploads; exec sleep 4711", view);
        supervisor.start(mallory, Permit.ALWAYS);
        eventually(
                "it writes over its release",
                () -> supervisor.lastLines(MALLORY, 1).equals(List.of("mine")));
        supervisor.stop(MALLORY, SupervisorContract.GRACE, Permit.ALWAYS);
        Path uploads = SystemdHome.state(MALLORY.slug()).resolve("uploads");
        SafeFiles.deleteTree(uploads);
        Files.createSymbolicLink(uploads, HOME.releases().resolve("other"));

        supervisor.start(mallory, Permit.ALWAYS);

        eventually("it is refused", () -> supervisor.status(MALLORY).state() == UnitState.FAILED);
        assertThat(supervisor.status(MALLORY).lastExit()).isEqualTo(78);
        assertThat(supervisor.lastLines(MALLORY, 9)).noneMatch(line -> line.equals("code"));
    }

    @Test
    void another_tenant_reaches_none_of_its_loopback_ports_and_none_of_the_managers() throws Exception {
        UnitId web = id("acme", Slot.B);
        ports("acme", 20_000, 20_002);
        ports("mallory", 20_004);
        supervisor.start(unit(web, server(20_002), FileView.nothing()), Permit.ALWAYS);
        eventually("it listens", () -> supervisor.listens(web, new PortNumber(20_002)));

        try (ServerSocket manager = new ServerSocket(32_200, 9, InetAddress.getLoopbackAddress());
                ServerSocket own = new ServerSocket(20_004, 9, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(20_100, 9, InetAddress.getLoopbackAddress())) {
            String address = NetworkInterface.networkInterfaces()
                    .filter(each -> !each.getName().equals("lo"))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElseThrow();
            assertThat(tried("bash -c '" + asks("127.0.0.1/20002") + asks(address + "/20002") + asks("127.0.0.1/32200")
                            + asks("127.0.0.1/20004") + asks("127.0.0.1/20100") + "'"))
                    .containsExactly(
                            "127.0.0.1/20002 refused",
                            address + "/20002 refused",
                            "127.0.0.1/32200 refused",
                            "127.0.0.1/20004 open",
                            "127.0.0.1/20100 open",
                            "tried");
            assertThat(manager.isBound() && own.isBound() && other.isBound()).isTrue();
        }
        assertThat(home.asManager("bash", "-c", asks("127.0.0.1/20002"))).containsExactly("127.0.0.1/20002 open");
        supervisor.stop(VICTIM, SupervisorContract.GRACE, Permit.ALWAYS);
        supervisor.start(
                unit(VICTIM, "exec bash -c '" + asks("127.0.0.1/20002") + " exec sleep 4711'", FileView.nothing()),
                Permit.ALWAYS);
        eventually("its other slot may", () -> supervisor.lastLines(VICTIM, 1).equals(List.of("127.0.0.1/20002 open")));

        assertThat(home.run("nft", "-nn", "list", "table", "inet", "tenantmgr"))
                .anyMatch(line -> line.contains(" . 20002 comment \"acme\""));
        supervisor.stop(VICTIM, SupervisorContract.GRACE, Permit.ALWAYS);
        supervisor.stop(web, SupervisorContract.GRACE, Permit.ALWAYS);
        supervisor.forget(VICTIM.slug());
        assertThat(home.run("nft", "-nn", "list", "table", "inet", "tenantmgr"))
                .noneMatch(line -> line.contains("acme") || line.contains("20000") || line.contains("20002"));
    }

    private static String server(int port) {
        return "exec java -Xmx32m -m jdk.httpserver -b 0.0.0.0 -p " + port + " -d /usr/share";
    }

    /** For bash. */
    private static String asks(String port) {
        return "(exec 3<>/dev/tcp/" + port + ") 2>/dev/null && echo " + port + " open || echo " + port + " refused;";
    }

    /** As a deployment writes them. */
    private static void ports(String slug, int... ports) {
        SafeFiles.directory(HOME.tenants().resolve(slug), "rwxr-xr-x");
        SafeFiles.write(
                HOME.tenants().resolve(slug).resolve("ports"),
                IntStream.of(ports).mapToObj(port -> port + "\n").collect(Collectors.joining()),
                "rw-r--r--");
    }

    @Test
    void the_managers_user_may_touch_no_other_unit() {
        assertThat(refused("stop", "dbus.service")
                        && refused("start", "tenantmgr-service9-a@acme.service")
                        && refused("start", "tenantmgr-service1-a@a-slug-that-is-longer-than-it-may.service")
                        && refused("clean", "tenantmgr-service1-a@acme.service")
                        && refused("revert", "tenantmgr-service1-a@acme.service")
                        && refused("daemon-reload"))
                .isTrue();
        assertThat(home.asManager("systemd-run", "--no-ask-password", "/bin/true"))
                .anyMatch(SystemdTenantTest::isRefusal);
    }

    private boolean refused(String... words) {
        List<String> argv = new ArrayList<>(List.of("systemctl", "--no-ask-password"));
        argv.addAll(List.of(words));
        return home.asManager(argv.toArray(String[]::new)).stream().anyMatch(SystemdTenantTest::isRefusal);
    }

    private static boolean isRefusal(String line) {
        return line.contains("Access denied") || line.contains("authentication required");
    }

    /** What a service of another tenant printed. */
    private List<String> tried(String script) {
        supervisor.start(
                unit(MALLORY, "{ " + script + "; } 2>&1; echo tried; exec sleep 4712", FileView.nothing()),
                Permit.ALWAYS);
        eventually("it has tried", () -> supervisor.lastLines(MALLORY, 1).equals(List.of("tried")));
        return supervisor.lastLines(MALLORY, 100_000);
    }

    private Unit unit(UnitId id, String script, FileView view) {
        return home.unit(id, script, new Limits(256 << 20, 128), Optional.of(view));
    }

    private static UnitId id(String slug, Slot slot) {
        return new UnitId(new TenantSlug(slug), slot, ServiceName.BACKEND);
    }
}
