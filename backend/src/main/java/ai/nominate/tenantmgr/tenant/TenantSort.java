package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sort orders of the tenant list: a fixed set, each backed by an index that ends in a unique column. Tenants of equal
 * status or health are sorted newest first, as in lists filtered by it.
 */
record TenantSort(List<Key> keys) {
    /** Failed and unhealthy tenants, then degraded ones, then the others; the expression of the index tenant_attention. */
    private static final String URGENCY =
            "case when t.status = 'failed' or t.health = 'unhealthy' then 0 when t.health = 'degraded' then 1 else 2 end";

    private static final Map<String, TenantSort> SORTABLE = Map.of(
            "name", new TenantSort(List.of(Key.up("lower(t.name)"), Key.up("t.id"))),
            "slug", new TenantSort(List.of(Key.up("t.slug"))),
            "domain", new TenantSort(List.of(Key.up("t.domain"), Key.up("t.id"))),
            "status", new TenantSort(List.of(Key.up("t.status"), Key.down("t.created_at"), Key.down("t.id"))),
            "health", new TenantSort(List.of(Key.up("t.health"), Key.down("t.created_at"), Key.down("t.id"))),
            "attention", new TenantSort(List.of(Key.up(URGENCY), Key.up("lower(t.name)"), Key.up("t.id"))),
            "createdAt", new TenantSort(List.of(Key.up("t.created_at"), Key.up("t.id"))));
    static final TenantSort NEWEST_FIRST = SORTABLE.get("createdAt").backwards();

    private record Key(String expression, boolean descending) {
        static Key up(String expression) {
            return new Key(expression, false);
        }

        static Key down(String expression) {
            return new Key(expression, true);
        }

        String sql() {
            return expression + (descending ? " desc" : "");
        }
    }

    /** @throws InvalidValue unless it is a field, optionally with a minus */
    static TenantSort of(String text) {
        TenantSort sort = SORTABLE.get(text.startsWith("-") ? text.substring(1) : text);
        if (sort == null) {
            throw new InvalidValue(
                    "must be name, slug, domain, status, health, attention or createdAt, prefixed with - for "
                            + "descending order");
        }
        return text.startsWith("-") ? sort.backwards() : sort;
    }

    TenantSort backwards() {
        return new TenantSort(keys.stream()
                .map(key -> new Key(key.expression(), !key.descending()))
                .toList());
    }

    String sql() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", "));
    }
}
