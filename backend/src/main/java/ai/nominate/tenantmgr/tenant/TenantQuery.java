package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Filter of the tenant list, as SQL conditions on {@code tenant t}. Built from fixed fragments; caller input is only
 * ever a parameter.
 *
 * @param where a condition with {@code $1} and so on for the parameters
 * @param isTallied whether it filters by status and health only, so that {@code tenant_tally t} has the count
 */
public record TenantQuery(PageRequest page, String where, TenantSort sort, List<Object> parameters, boolean isTallied) {
    private static final Set<String> HEALTH = Set.of("healthy", "degraded", "unhealthy", "unknown");

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    public static TenantQuery of(
            String page,
            String size,
            String status,
            String health,
            String label,
            String search,
            String sort,
            Actor caller) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        StringBuilder where = new StringBuilder("true");
        List<Object> parameters = new ArrayList<>();
        add("t.status = ", fields.optional("status", status, TenantQuery::status), where, parameters);
        add("t.health = ", fields.optional("health", health, TenantQuery::health), where, parameters);
        TenantLabel wanted = fields.optional("label", label, TenantLabel::new);
        // As an array, so that the index of the labels answers.
        add("t.labels @> ", wanted == null ? null : new String[] {wanted.value()}, where, parameters);
        String part = search == null || search.isBlank() ? null : search;
        add("t.search_text like ", fields.optional("search", part, TenantQuery::pattern), where, parameters);
        caller.tenants().ifPresent(seen -> {
            parameters.add(seen.toArray(UUID[]::new));
            where.append(" and t.id = any($").append(parameters.size()).append(')');
        });
        TenantSort order = fields.optional("sort", sort, TenantSort::of);
        fields.throwIfInvalid();
        return new TenantQuery(
                request,
                where.toString(),
                order == null ? TenantSort.NEWEST_FIRST : order,
                parameters,
                wanted == null && part == null && caller.tenants().isEmpty());
    }

    /** @param backwards reads from the end */
    public String order(boolean backwards) {
        return (backwards ? sort.backwards() : sort).sql();
    }

    private static void add(String condition, Object value, StringBuilder where, List<Object> parameters) {
        if (value != null) {
            parameters.add(value);
            where.append(" and ").append(condition).append('$').append(parameters.size());
        }
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
        if (text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be at most 200 visible characters");
        }
        String escaped = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + escaped + "%";
    }
}
