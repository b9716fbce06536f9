package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.settings.SecretBox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The secrets in a tenant's newest configurations, and in those that its slots run with. */
@ApplicationScoped
class ConfigKnownSecrets implements KnownSecrets {
    private static final int NEWEST = 10;
    private static final String VERSIONS = """
            select version from tenant_config c where tenant_id = :tenant
              and (version > (select max(version) from tenant_config where tenant_id = :tenant) - :newest
                or version in (select config_version from tenant_slot where tenant_id = :tenant))""";

    private final SecretBox box;

    ConfigKnownSecrets(SecretBox box) {
        this.box = box;
    }

    @Override
    public List<Secret> of(UUID tenant) {
        Map<String, String> places = new HashMap<>();
        for (TenantConfig config : Reactive.transaction(() -> configs(tenant))) {
            places.put(config.adminPassword, Configs.associatedData(tenant, ValidatedConfig.PASSWORD));
            config.env.forEach((key, value) -> {
                if (value.secret()) {
                    places.put(value.value(), Configs.associatedData(tenant, key));
                }
            });
        }
        return places.entrySet().stream()
                .map(secret -> box.find(secret.getKey(), secret.getValue()))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Uni<List<TenantConfig>> configs(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(VERSIONS, Integer.class)
                        .setParameter("tenant", tenant)
                        .setParameter("newest", NEWEST)
                        .getResultList())
                .flatMap(versions -> versions.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : TenantConfig.list("tenantId = ?1 and version in ?2", tenant, versions));
    }
}
