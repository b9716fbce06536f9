package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.tenant.DeployedTenants;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Renders the files of every live slot in memory and compares them. A differing value is named by its key. */
@ApplicationScoped
class SlotInspection implements Inspection {
    private final DeployedTenants tenants;
    private final Releases releases;
    private final Configs configs;
    private final SlotEnvironment environments;
    private final SlotLaunches launches;
    private final TenantDatabases databases;
    private final TenantFiles files;

    SlotInspection(
            DeployedTenants tenants,
            Releases releases,
            Configs configs,
            SlotEnvironment environments,
            SlotLaunches launches,
            TenantDatabases databases,
            TenantFiles files) {
        this.tenants = tenants;
        this.releases = releases;
        this.configs = configs;
        this.environments = environments;
        this.launches = launches;
        this.databases = databases;
        this.files = files;
    }

    @Override
    public String title() {
        return "the files of tenants";
    }

    @Override
    public void inspect(Findings findings) {
        tenants.each(findings, this::inspect);
    }

    private void inspect(TenantSnapshot tenant, Findings findings) {
        String subject = DeployedTenants.subject(tenant);
        Slot live = tenant.live().orElseThrow();
        String id = tenant.slot(live).release().orElseThrow();
        Release release = Reactive.await(() -> Panache.withSession(() -> releases.find(id)));
        findings.check(Files.isDirectory(release.directory()), subject, "the files of release " + id + " are missing");
        findings.check(
                leadsTo(files.release(tenant.slug(), live), release.directory()),
                subject,
                "slot " + live + " does not link to release " + id);
        launches.of(tenant, live, release).forEach((service, text) -> launch(tenant, live, service, text, findings));
        for (String storage : release.manifest().storage()) {
            Path directory = files.storage(tenant.slug()).resolve(storage);
            findings.check(Files.isDirectory(directory), subject, "its storage " + storage + " is missing");
        }
        if (release.manifest().database().isPresent() && !databases.hasPassword(tenant)) {
            findings.check(false, subject, "its database has no row");
            return;
        }
        environment(tenant, live, release, findings);
    }

    private void launch(TenantSnapshot tenant, Slot slot, ServiceName service, String text, Findings findings) {
        Path file = files.launch(tenant.slug(), slot, service);
        String name = "the launch file " + file.getFileName();
        Optional<String> there = read(file);
        findings.check(there.isPresent(), DeployedTenants.subject(tenant), name + " is missing");
        findings.check(
                there.isEmpty() || there.get().equals(text) && hasMode(file, "rwx------"),
                DeployedTenants.subject(tenant),
                name + " does not match its release and its ports");
    }

    private void environment(TenantSnapshot tenant, Slot slot, Release release, Findings findings) {
        Path file = files.environment(tenant.slug(), slot);
        String subject = DeployedTenants.subject(tenant);
        String name = "the environment file " + file.getFileName();
        Optional<String> there = read(file);
        findings.check(there.isPresent(), subject, name + " is missing");
        findings.check(
                there.isEmpty() || hasMode(file, "rw-------"),
                subject,
                name + " is readable by users other than its owner");
        Optional<String> drift = there.flatMap(text -> EnvironmentDrift.of(text, allowed(tenant, slot, release)));
        findings.check(drift.isEmpty(), subject, name + " " + drift.orElse(""));
    }

    /**
     * The valid environments of a live slot's file: of the configuration its services were started with, which is an earlier one
     * after a rollback, and of the newest, which is written immediately for the next start.
     */
    private SortedMap<Integer, SortedMap<EnvKey, String>> allowed(TenantSnapshot tenant, Slot slot, Release release) {
        SortedMap<Integer, SortedMap<EnvKey, String>> allowed = new TreeMap<>();
        PinnedConfig newest = Reactive.await(() -> Panache.withSession(() -> configs.newest(tenant.id())));
        allowed.put(newest.version(), environments.of(tenant, release, newest));
        tenant.slot(slot)
                .configVersion()
                .filter(started -> started != newest.version())
                .ifPresent(started -> allowed.put(
                        started, environments.of(tenant, release, started).values()));
        return allowed;
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(Files.readString(file))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean leadsTo(Path link, Path target) {
        try {
            return Files.readSymbolicLink(link).equals(target);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean hasMode(Path file, String mode) {
        try {
            return Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            return false;
        }
    }
}
