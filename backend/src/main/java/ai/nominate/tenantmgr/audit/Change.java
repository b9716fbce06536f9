package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One audited change.
 *
 * @param action noun and verb: {@code tenant.create}, {@code setting.change}
 * @param subject the changed object by its usual name: a slug, a setting's key, a user name
 * @param tenant the tenant; null if no tenant is involved
 * @param before the state before, in texts, numbers, lists and maps; a {@link Secret} is stored as its mask
 * @param after the state after
 */
public record Change(String action, String subject, UUID tenant, Map<String, ?> before, Map<String, ?> after) {
    /** A creation or an action, with its details. */
    public static Change created(String action, String subject, UUID tenant, Map<String, ?> after) {
        return new Change(action, subject, tenant, Map.of(), after);
    }

    /** A removal, with the previous state. */
    public static Change deleted(String action, String subject, UUID tenant, Map<String, ?> before) {
        return new Change(action, subject, tenant, before, Map.of());
    }

    /** Keeps only the differences; a changed secret stays visible as a change of its mask. */
    public static Change updated(
            String action, String subject, UUID tenant, Map<String, ?> before, Map<String, ?> after) {
        return new Change(action, subject, tenant, without(before, after), without(after, before));
    }

    private static Map<String, Object> without(Map<String, ?> map, Map<String, ?> other) {
        Map<String, Object> rest = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!Objects.equals(value, other.get(key))) {
                rest.put(key, value);
            }
        });
        return rest;
    }
}
