package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.config.TenantConfig.StoredValue;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The secrets in all versions of all tenants' configurations. Re-encryption with a new key is the only change to a
 * version; its content stays the same.
 */
@ApplicationScoped
class ConfigSecrets implements SecretStore {
    private static final int AT_A_TIME = 200;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String NEXT = "tenantId > ?1 or tenantId = ?1 and version > ?2 order by tenantId, version";
    private static final String REPLACE =
            "adminPassword = ?1, env = ?2 where tenantId = ?3 and version = ?4 and adminPassword = ?5";

    @Override
    public void visit(Visitor visitor) {
        UUID tenant = FIRST;
        int version = 0;
        while (true) {
            List<TenantConfig> rows = page(tenant, version);
            replace(rows.stream().flatMap(row -> visit(row, visitor).stream()).toList());
            if (rows.size() < AT_A_TIME) {
                return;
            }
            tenant = rows.getLast().tenantId;
            version = rows.getLast().version;
        }
    }

    private static List<TenantConfig> page(UUID tenant, int version) {
        return Reactive.transaction(() -> TenantConfig.<TenantConfig>find(NEXT, tenant, version)
                .page(0, AT_A_TIME)
                .list());
    }

    private record Replacement(TenantConfig row, String password, Map<String, StoredValue> env) {
        Uni<Integer> write() {
            return TenantConfig.update(REPLACE, password, env, row.tenantId, row.version, row.adminPassword);
        }
    }

    /** What the visitor changed; empty if nothing. */
    private static Optional<Replacement> visit(TenantConfig row, Visitor visitor) {
        String password =
                visitor.visit(row.adminPassword, Configs.associatedData(row.tenantId, ValidatedConfig.PASSWORD));
        Map<String, StoredValue> env = new TreeMap<>(row.env);
        env.replaceAll((key, stored) -> stored.secret()
                ? new StoredValue(
                        visitor.visit(stored.value(), Configs.associatedData(row.tenantId, key)),
                        true,
                        stored.generated())
                : stored);
        return password.equals(row.adminPassword) && env.equals(row.env)
                ? Optional.empty()
                : Optional.of(new Replacement(row, password, env));
    }

    /** In one transaction: thousands of tenants have thousands of rows, and each transaction waits for the disk. */
    private static void replace(List<Replacement> replacements) {
        if (!replacements.isEmpty()) {
            Reactive.transaction(() -> Multi.createFrom()
                    .iterable(replacements)
                    .onItem()
                    .transformToUniAndConcatenate(Replacement::write)
                    .collect()
                    .asList());
        }
    }
}
