package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Audit form of a tenant: the properties that callers set, without derived ones. */
public final class TenantAudit {
    private TenantAudit() {}

    public static Change created(TenantSnapshot tenant) {
        return Change.created("tenant.create", tenant.slug().value(), tenant.id(), state(tenant));
    }

    public static Change changed(TenantSnapshot before, TenantSnapshot after) {
        return Change.updated("tenant.change", after.slug().value(), after.id(), state(before), state(after));
    }

    /** The state that a change requests, with the fields of {@link #state(TenantSnapshot)}. */
    public static Map<String, Object> requested(TenantSnapshot before, TenantChange wanted) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", wanted.name());
        state.put("domain", wanted.domain().value());
        state.put("aliases", wanted.aliases().stream().map(DomainName::value).toList());
        state.put("firstPort", wanted.frontendPort() == null ? before.ports().first() : wanted.frontendPort());
        source(state, wanted.source());
        notes(state, wanted.notes());
        return state;
    }

    /** The properties that callers set. */
    public static Map<String, Object> state(TenantSnapshot tenant) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("name", tenant.name());
        state.put("domain", tenant.domain().value());
        state.put("aliases", tenant.aliases().stream().map(DomainName::value).toList());
        state.put("firstPort", tenant.ports().first());
        source(state, tenant.source());
        notes(state, tenant.notes());
        return state;
    }

    private static void source(Map<String, Object> state, Optional<TenantSource> named) {
        named.ifPresent(source -> {
            state.put("source", TenantSource.kind(source) + " " + TenantSource.location(source));
            state.put("ref", TenantSource.ref(source));
            state.put("credential", TenantSource.credential(source));
        });
    }

    private static void notes(Map<String, Object> state, TenantNotes notes) {
        state.put("timeZone", notes.timeZone().map(TenantTimeZone::value).orElse(null));
        state.put("labels", notes.labelTexts());
        state.put("notes", notes.text().orElse(null));
    }
}
