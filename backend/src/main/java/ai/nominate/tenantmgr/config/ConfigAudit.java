package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** A configuration as the audit tells of it: what differs, by the names that the services know. */
final class ConfigAudit {
    private ConfigAudit() {}

    static Change changed(TenantSnapshot tenant, PinnedConfig before, PinnedConfig after) {
        return Change.between("config.change", tenant.slug().value(), tenant.id(), state(before), state(after));
    }

    /** A secret stays one: it is compared, and never told. */
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
