package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** Audit form of a configuration change: the differing variables, by their environment names. */
final class ConfigAudit {
    private ConfigAudit() {}

    static Change changed(TenantSnapshot tenant, PinnedConfig before, PinnedConfig after) {
        return Change.updated("config.change", tenant.slug().value(), tenant.id(), state(before), state(after));
    }

    /** A secret is compared but never written. */
    static Map<String, Object> state(PinnedConfig config) {
        Map<String, Object> state = new TreeMap<>();
        config.adminEmail().ifPresent(email -> state.put("ADMIN_EMAIL", email));
        state.put("ADMIN_USERNAME", config.adminUsername());
        state.put(ValidatedConfig.PASSWORD, config.adminPassword());
        config.plain().forEach((key, value) -> state.put(key.value(), value));
        config.secret().forEach((key, value) -> state.put(key.value(), value));
        return state;
    }
}
