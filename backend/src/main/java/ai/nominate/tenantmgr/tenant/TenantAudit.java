package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Audit form of a tenant: the properties that callers set, without derived ones. */
public final class TenantAudit {
    private TenantAudit() {}

    public static Change created(TenantSnapshot tenant) {
        return Change.made("tenant.create", tenant.slug().value(), tenant.id(), state(tenant));
    }

    public static Change changed(TenantSnapshot before, TenantSnapshot after) {
        return Change.between("tenant.change", after.slug().value(), after.id(), state(before), state(after));
    }

    private static Map<String, Object> state(TenantSnapshot tenant) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", tenant.name());
        state.put("domain", tenant.domain().value());
        state.put("aliases", tenant.aliases().stream().map(DomainName::value).toList());
        state.put("firstPort", tenant.ports().first());
        tenant.source().ifPresent(source -> {
            state.put("source", TenantSource.kind(source) + " " + TenantSource.location(source));
            state.put("ref", TenantSource.ref(source));
        });
        return state;
    }
}
