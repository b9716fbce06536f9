package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.config.TenantConfig.StoredValue;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.SecretStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
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
            rows.forEach(row -> visit(row, visitor));
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

    private static void visit(TenantConfig row, Visitor visitor) {
        String password =
                visitor.visit(row.adminPassword, Configs.associatedData(row.tenantId, ValidatedConfig.PASSWORD));
        Map<String, StoredValue> env = new TreeMap<>(row.env);
        env.replaceAll((key, stored) -> stored.secret()
                ? new StoredValue(
                        visitor.visit(stored.value(), Configs.associatedData(row.tenantId, key)),
                        true,
                        stored.generated())
                : stored);
        if (!password.equals(row.adminPassword) || !env.equals(row.env)) {
            Reactive.transaction(
                    () -> TenantConfig.update(REPLACE, password, env, row.tenantId, row.version, row.adminPassword));
        }
    }
}
