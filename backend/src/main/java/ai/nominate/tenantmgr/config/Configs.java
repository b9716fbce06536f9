package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.config.TenantConfig.StoredValue;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;

/** Versions of tenants' configurations. Every method runs in the caller's session or transaction. */
@ApplicationScoped
public class Configs {
    private final SecretBox secrets;
    private final Audit audit;
    private final ConfigEvents events;
    private final Clock clock;

    Configs(SecretBox secrets, Audit audit, ConfigEvents events, Clock clock) {
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Creates the first version. A generated password is returned once, in this answer. */
    public Uni<ConfigView> create(TenantSnapshot tenant, ConfigChange given, Actor actor) {
        ValidatedConfig wanted = ValidatedConfig.of(given, "config.", null);
        Optional<Secret> made = wanted.password().isPresent() ? Optional.empty() : Optional.of(RandomSecret.password());
        TenantConfig config = next(tenant.id(), null, actor);
        wanted.applyTo(config, secrets, made);
        if (config.adminEmail == null) {
            config.adminEmail = "admin@" + tenant.domain();
        }
        return config.<TenantConfig>persist().call(events::written).map(stored -> {
            ConfigView view = view(stored, tenant);
            return made.map(password -> withPassword(view, password)).orElse(view);
        });
    }

    public Uni<ConfigView> get(TenantSnapshot tenant) {
        return TenantConfig.newest(tenant.id()).map(config -> view(config, tenant));
    }

    /** Creates a new version; masked secrets that were sent back unchanged are kept. */
    public Uni<ConfigView> change(TenantSnapshot tenant, ConfigChange given, IfMatch ifMatch, Actor actor) {
        return newestLocked(tenant.id()).flatMap(before -> {
            ifMatch.require(view(before, tenant).tag());
            ValidatedConfig wanted = ValidatedConfig.of(given, "", before);
            TenantConfig config = next(tenant.id(), before, actor);
            wanted.applyTo(config, secrets, Optional.empty());
            return written(tenant, before, config, actor);
        });
    }

    /**
     * Creates a new version with the content of an earlier one. Values that were generated since are kept, because the
     * application's data may depend on them.
     *
     * @throws ProblemException if there is no such version
     */
    public Uni<ConfigView> restore(TenantSnapshot tenant, int version, Actor actor) {
        return newestLocked(tenant.id())
                .flatMap(newest -> TenantConfig.<TenantConfig>findById(new TenantConfig.Key(tenant.id(), version))
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ProblemException(
                                RequestProblem.NOT_FOUND, "The tenant's configuration has no version " + version))
                        .flatMap(earlier -> {
                            TenantConfig config = next(tenant.id(), newest, actor);
                            config.adminEmail = earlier.adminEmail;
                            config.adminUsername = earlier.adminUsername;
                            config.adminPassword = earlier.adminPassword;
                            config.env = new HashMap<>(earlier.env);
                            newest.env.forEach((key, value) -> {
                                if (value.generated()) {
                                    config.env.putIfAbsent(key, value);
                                }
                            });
                            return written(tenant, newest, config, actor);
                        }));
    }

    private Uni<ConfigView> written(TenantSnapshot tenant, TenantConfig before, TenantConfig config, Actor actor) {
        return config.<TenantConfig>persist()
                .call(events::written)
                .call(stored -> audit.record(
                        actor, ConfigAudit.changed(tenant, openForComparison(before), openForComparison(stored))))
                .map(stored -> view(stored, tenant));
    }

    /** The newest version, after generating a value for each of these keys that has none. */
    public Uni<PinnedConfig> pin(UUID tenant, Collection<EnvKey> generated, Actor actor) {
        return newestLocked(tenant).flatMap(newest -> {
            List<EnvKey> missing = generated.stream()
                    .filter(key -> !newest.env.containsKey(key.value()))
                    .toList();
            if (missing.isEmpty()) {
                return Uni.createFrom().item(open(newest));
            }
            TenantConfig config = next(tenant, newest, actor);
            config.env = new HashMap<>(newest.env);
            for (EnvKey key : missing) {
                String locked = secrets.encrypt(RandomSecret.token(), associatedData(tenant, key.value()));
                config.env.put(key.value(), new StoredValue(locked, true, true));
            }
            return config.<TenantConfig>persist().call(events::written).map(this::open);
        });
    }

    /** The newest version. */
    public Uni<PinnedConfig> newest(UUID tenant) {
        return TenantConfig.newest(tenant).map(this::open);
    }

    /** The version pinned by a deployment; null if there is none. */
    public Uni<PinnedConfig> pinned(UUID tenant, int version) {
        return TenantConfig.<TenantConfig>findById(new TenantConfig.Key(tenant, version))
                .map(config -> config == null ? null : open(config));
    }

    /** Serialises concurrent changes: each creates a version of its own. */
    private static Uni<TenantConfig> newestLocked(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("select 1 from tenant where id = :id for update")
                        .setParameter("id", tenant)
                        .getSingleResultOrNull())
                .flatMap(locked -> TenantConfig.newest(tenant));
    }

    private TenantConfig next(UUID tenant, TenantConfig before, Actor actor) {
        TenantConfig config = new TenantConfig();
        config.tenantId = tenant;
        config.version = before == null ? 1 : before.version + 1;
        if (before != null) {
            config.adminEmail = before.adminEmail;
            config.adminUsername = before.adminUsername;
            config.adminPassword = before.adminPassword;
        }
        config.createdAt = clock.instant();
        config.createdBy = actor.name();
        return config;
    }

    private PinnedConfig open(TenantConfig config) {
        return open(config, secrets::open);
    }

    /** For a comparison, which must be possible with a damaged secret too: otherwise it could not be set again. */
    private PinnedConfig openForComparison(TenantConfig config) {
        return open(config, (locked, place) -> secrets.find(locked, place).orElseGet(() -> new Secret(locked)));
    }

    private static PinnedConfig open(TenantConfig config, BiFunction<String, String, Secret> secrets) {
        Map<EnvKey, String> plain = new TreeMap<>();
        Map<EnvKey, Secret> secret = new TreeMap<>();
        config.env.forEach((key, stored) -> {
            if (stored.secret()) {
                secret.put(new EnvKey(key), secrets.apply(stored.value(), associatedData(config.tenantId, key)));
            } else {
                plain.put(new EnvKey(key), stored.value());
            }
        });
        return new PinnedConfig(
                config.version,
                Optional.ofNullable(config.adminEmail),
                config.adminUsername,
                secrets.apply(config.adminPassword, associatedData(config.tenantId, ValidatedConfig.PASSWORD)),
                plain,
                secret);
    }

    private static ConfigView view(TenantConfig config, TenantSnapshot tenant) {
        Map<String, ConfigValue> env = new TreeMap<>();
        config.env.forEach((key, stored) -> env.put(
                key, stored.secret() ? ConfigValue.hidden(true) : new ConfigValue(stored.value(), false, true)));
        boolean restartRequired = tenant.live()
                .flatMap(live -> tenant.slot(live).configVersion())
                .map(running -> running < config.version || isRenamed(tenant))
                .orElse(false);
        return new ConfigView(
                config.version,
                config.adminEmail,
                config.adminUsername,
                ConfigValue.hidden(true),
                env,
                restartRequired);
    }

    /** The domain is part of the services' environment as well. */
    private static boolean isRenamed(TenantSnapshot tenant) {
        return tenant.live()
                .flatMap(live -> tenant.slot(live).domain())
                .filter(running -> !running.equals(tenant.domain()))
                .isPresent();
    }

    private static ConfigView withPassword(ConfigView view, Secret password) {
        return new ConfigView(
                view.version(),
                view.adminEmail(),
                view.adminUsername(),
                new ConfigValue(password.reveal(), true, true),
                view.env(),
                view.restartRequired());
    }

    /** The location of a secret; part of its encryption, the same in every version. */
    static String associatedData(UUID tenant, String key) {
        return "tenant_config/" + tenant + "/" + key;
    }
}
