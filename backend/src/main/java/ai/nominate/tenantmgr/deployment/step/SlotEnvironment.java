package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.SystemVariables;
import ai.nominate.tenantmgr.config.TenantEnvironment;
import ai.nominate.tenantmgr.control.TenantFiles;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.deployment.DeployContext;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/** The environment of a run's slot, put together from the configuration that the run pinned. Its secrets leave the log. */
@ApplicationScoped
class SlotEnvironment {
    private final Configs configs;
    private final TenantDatabases databases;
    private final TenantFiles files;
    private final TenantAddress address;

    SlotEnvironment(Configs configs, TenantDatabases databases, TenantFiles files, TenantAddress address) {
        this.configs = configs;
        this.databases = databases;
        this.files = files;
        this.address = address;
    }

    SortedMap<EnvKey, String> of(DeployContext context, Release release) {
        return of(context.tenant(), context.pinned().configVersion(), release, context::redact);
    }

    /** @param seen told of every secret in it, before it is anywhere */
    SortedMap<EnvKey, String> of(TenantSnapshot tenant, int version, Release release, Consumer<Secret> seen) {
        Manifest manifest = release.manifest();
        PinnedConfig config = Reactive.await(() -> Panache.withSession(() -> configs.pinned(tenant.id(), version)));
        Optional<Secret> database = manifest.database().map(wanted -> databases.url(tenant));
        config.secret().values().forEach(seen);
        seen.accept(config.adminPassword());
        database.ifPresent(url -> tellDatabase(seen, url));
        SystemVariables system = new SystemVariables(
                database,
                tenant.slug(),
                tenant.domain(),
                address.url(tenant),
                release.id(),
                files.storage(tenant.slug()),
                config.adminEmail(),
                Optional.of(config.adminUsername()),
                Optional.of(config.adminPassword()));
        return new TenantEnvironment(system, manifest.env().defaults(), own(config)).values();
    }

    private static Map<EnvKey, Secret> own(PinnedConfig config) {
        Map<EnvKey, Secret> own = new HashMap<>(config.secret());
        config.plain().forEach((key, value) -> own.put(key, new Secret(value)));
        return own;
    }

    private static void tellDatabase(Consumer<Secret> seen, Secret url) {
        seen.accept(url);
        String user = java.net.URI.create(url.reveal()).getUserInfo();
        seen.accept(new Secret(user.substring(user.indexOf(':') + 1)));
    }
}
