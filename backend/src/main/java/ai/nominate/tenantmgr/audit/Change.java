package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing that somebody did.
 *
 * @param action the noun and the verb: {@code tenant.create}, {@code setting.change}
 * @param subject what it was done to, by the name that people use: a slug, a setting's key, a user's name
 * @param tenant whose it is; null when it belongs to no tenant
 * @param before what was there, in texts, numbers, lists and maps; a {@link Secret} is written as its mask
 * @param after what is there now
 */
public record Change(String action, String subject, UUID tenant, Map<String, ?> before, Map<String, ?> after) {
    /** Something that was made or done, with what is to be known about it. */
    public static Change made(String action, String subject, UUID tenant, Map<String, ?> after) {
        return new Change(action, subject, tenant, Map.of(), after);
    }

    /** Something that is gone, with what it was. */
    public static Change gone(String action, String subject, UUID tenant, Map<String, ?> before) {
        return new Change(action, subject, tenant, before, Map.of());
    }

    /** Only what differs between the two; a changed secret stays visible as a change of its mask. */
    public static Change between(
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
