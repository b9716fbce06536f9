package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.config.SystemVariables;
import ai.nominate.tenantmgr.config.TenantEnvironment;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Renders the environment of a slot's services. */
@ApplicationScoped
public class SlotEnvironment {
    static final EnvKey TIME_ZONE = new EnvKey("TZ");
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

    /** The environment from one version of the tenant's configuration. Blocks. */
    public SlotVariables of(TenantSnapshot tenant, Release release, int version) {
        PinnedConfig config = Reactive.await(() -> Panache.withSession(() -> configs.pinned(tenant.id(), version)));
        List<Secret> secrets = new ArrayList<>(config.secret().values());
        secrets.add(config.adminPassword());
        database(tenant, release).ifPresent(url -> secrets.addAll(List.of(url, password(url))));
        return new SlotVariables(of(tenant, release, config), secrets);
    }

    /** The variables for a release from this version of the tenant's configuration. Blocks. */
    public SortedMap<EnvKey, String> of(TenantSnapshot tenant, Release release, PinnedConfig config) {
        return of(tenant, release, config, database(tenant, release), files);
    }

    /**
     * The same for a copy of the tenant elsewhere.
     *
     * @param database of the copy; empty if the release declares none
     * @param copied where its files are
     */
    public SortedMap<EnvKey, String> of(
            TenantSnapshot tenant, Release release, PinnedConfig config, Optional<Secret> database, TenantFiles copied) {
        SystemVariables system = new SystemVariables(
                database,
                tenant.slug(),
                tenant.domain(),
                aliases(tenant),
                address.url(tenant),
                release.id(),
                release.commit(),
                copied.storage(tenant.slug()),
                copied.cache(tenant.slug()),
                config.adminEmail(),
                Optional.of(config.adminUsername()),
                Optional.of(config.adminPassword()));
        return new TenantEnvironment(system, defaults(tenant, release), own(config)).values();
    }

    /** The tenant's time zone is a default, so that an application or a tenant that sets TZ keeps its own. */
    private static Map<EnvKey, String> defaults(TenantSnapshot tenant, Release release) {
        Map<EnvKey, String> defaults = new HashMap<>(release.manifest().env().defaults());
        tenant.notes().timeZone().ifPresent(zone -> defaults.putIfAbsent(TIME_ZONE, zone.value()));
        return defaults;
    }

    /** Names that redirect never reach the application. */
    private static List<DomainName> aliases(TenantSnapshot tenant) {
        return tenant.hosts().stream()
                .filter(host ->
                        !host.equals(tenant.domain()) && !tenant.redirects().contains(host))
                .toList();
    }

    private Optional<Secret> database(TenantSnapshot tenant, Release release) {
        return release.manifest().database().map(wanted -> databases.url(tenant));
    }

    private static Map<EnvKey, Secret> own(PinnedConfig config) {
        Map<EnvKey, Secret> own = new HashMap<>(config.secret());
        config.plain().forEach((key, value) -> own.put(key, new Secret(value)));
        return own;
    }

    private static Secret password(Secret url) {
        String user = URI.create(url.reveal()).getUserInfo();
        return new Secret(user.substring(user.indexOf(':') + 1));
    }
}
