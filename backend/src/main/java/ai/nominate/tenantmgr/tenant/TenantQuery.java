package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which tenants are asked for. Builds the condition from a closed set of words; what a caller wrote is only ever a parameter.
 */
public record TenantQuery(PageRequest page, String where, String order, Map<String, Object> parameters) {
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(t.name)",
            "slug", "t.slug",
            "domain", "t.domain",
            "status", "t.status",
            "health", "t.health",
            "createdAt", "t.createdAt");
    private static final Set<String> HEALTH = Set.of("healthy", "degraded", "unhealthy", "unknown");

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each parameter that is not valid */
    public static TenantQuery of(
            String page, String size, String status, String health, String search, String sort, Actor caller) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (fields.optional("status", status, TenantQuery::status) != null) {
            conditions.add("t.status = :status");
            parameters.put("status", status);
        }
        if (fields.optional("health", health, TenantQuery::health) != null) {
            conditions.add("t.health = :health");
            parameters.put("health", health);
        }
        if (search != null && !search.isBlank()) {
            conditions.add("(lower(t.name) like :search escape '!' or t.slug like :search escape '!'"
                    + " or t.domain like :search escape '!')");
            parameters.put("search", fields.optional("search", search, TenantQuery::pattern));
        }
        caller.tenants().ifPresent(seen -> {
            conditions.add("t.id in :seen");
            parameters.put("seen", seen);
        });
        String order = sort == null ? "t.createdAt desc, t.id desc" : fields.optional("sort", sort, TenantQuery::order);
        fields.refuse();
        return new TenantQuery(
                request, conditions.isEmpty() ? "true = true" : String.join(" and ", conditions), order, parameters);
    }

    private static String status(String text) {
        for (TenantStatus status : TenantStatus.values()) {
            if (status.id().equals(text)) {
                return text;
            }
        }
        throw new InvalidValue("must be draft, deploying, active, stopped, failed or deleting");
    }

    private static String health(String text) {
        if (!HEALTH.contains(text)) {
            throw new InvalidValue("must be healthy, degraded, unhealthy or unknown");
        }
        return text;
    }

    private static String pattern(String text) {
        if (text.length() > 200 || text.indexOf('\0') >= 0) {
            throw new InvalidValue("must be at most 200 characters");
        }
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private static String order(String text) {
        boolean descending = text.startsWith("-");
        String column = SORTABLE.get(descending ? text.substring(1) : text);
        if (column == null) {
            throw new InvalidValue(
                    "must be name, slug, domain, status, health or createdAt, with a - before it for descending");
        }
        String direction = descending ? " desc" : "";
        return column + direction + ", t.id" + direction;
    }
}
