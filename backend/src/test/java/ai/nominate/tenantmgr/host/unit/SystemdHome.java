package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.systemd.SystemdDriver;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server of its own, on which {@code deploy/systemd/test} has put the unit files. The test is root, to kill and to clean up; all
 * that the driver asks of systemd and of the journal, it asks as the manager's unprivileged user.
 */
public final class SystemdHome {
    static final String USER = "tenantmgr";
    public static final Home HOME = new Home(Path.of(System.getProperty("systemd.home", "/srv/tenantmgr")));
    private static final List<String> PREFIX =
            List.of("/usr/bin/setpriv", "--reuid=" + USER, "--regid=" + USER, "--init-groups", "--");
    private static final Path STATE = Path.of("/var/lib/private");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final BaseEnvironment environment = BaseEnvironment.of(HOME);
    public final Runner runner = new LocalRunner(environment);

    public SystemdHome() {
        run("chown", USER + ":", HOME.root().toString());
        Path release = SafeFiles.directory(HOME.releases().resolve("none"), "rwxr-xr-x");
        SafeFiles.directory(release.resolve("uploads"), "rwxr-xr-x");
        SafeFiles.directory(HOME.releases().resolve("r1"), "rwxr-xr-x");
        SafeFiles.directory(HOME.builds(), "rwxr-xr-x");
        tenant(SupervisorContract.ACME);
    }

    public SystemdDriver driver() {
        return new SystemdDriver(
                HOME,
                environment,
                runner,
                (task, scope) -> {
                    throw new AssertionError(task);
                },
                uid(),
                PREFIX);
    }

    private static long uid() {
        try {
            return ((Number) Files.getAttribute(HOME.root(), "unix:uid")).longValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Unit unit(UnitId id, String script, Limits limits, Optional<FileView> view) {
        Path tenant = tenant(id.slug());
        Path launch = tenant.resolve(id.slot().id() + "." + id.service());
        SafeFiles.write(launch, script + "\n", "rwx------");
        return new Unit(id, launch, storage(id.slug()), tenant.resolve("logs/unused"), limits, view);
    }

    /** Its directory, with both slots on a release. */
    private static Path tenant(TenantSlug slug) {
        Path tenant = SafeFiles.directory(HOME.tenants().resolve(slug.value()), "rwxr-xr-x");
        Path slots = SafeFiles.directory(tenant.resolve("slots"), "rwxr-xr-x");
        for (String slot : List.of("a", "b")) {
            SafeFiles.link(slots.resolve(slot), HOME.releases().resolve("none"));
        }
        return tenant;
    }

    static Path storage(TenantSlug slug) {
        return HOME.tenants().resolve(slug.value()).resolve("storage");
    }

    /** Where the machine keeps what the units see as their storage. */
    public static Path state(TenantSlug slug) {
        return STATE.resolve("tenantmgr-storage").resolve(slug.value());
    }

    /** Stops what runs and removes what it left. */
    public void clean() {
        run("systemctl", "kill", "--signal=KILL", "tenantmgr-*@*");
        run("systemctl", "stop", "tenantmgr-*@*");
        run("systemctl", "reset-failed");
        for (String state : List.of("tenantmgr-storage", "tenantmgr-home", "tenantmgr-writable")) {
            SafeFiles.deleteTree(STATE.resolve(state));
        }
        SafeFiles.deleteTree(Path.of("/var/cache/private/tenantmgr-cache"));
        SafeFiles.deleteTree(HOME.run());
        SafeFiles.deleteTree(HOME.tenants());
    }

    /** As the manager's user. */
    List<String> asManager(String... words) {
        List<String> argv = new ArrayList<>(PREFIX);
        argv.addAll(List.of(words));
        return runner.run(new Command(argv, Path.of("/"), Map.of()), LIMIT).lastLines();
    }

    List<String> run(String... words) {
        return runner.run(Command.of(words), LIMIT).lastLines();
    }
}
