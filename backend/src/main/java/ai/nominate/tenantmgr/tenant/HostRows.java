package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The names of a tenant as rows: its domain, its aliases, and the one by which this machine reaches it. */
final class HostRows {
    private HostRows() {}

    static List<TenantHost> of(UUID tenant, TenantSlug slug, DomainName domain, List<DomainName> aliases) {
        List<TenantHost> rows = new ArrayList<>();
        rows.add(row(tenant, domain.value(), TenantHost.DOMAIN));
        aliases.stream()
                .distinct()
                .filter(alias -> !alias.equals(domain))
                .forEach(alias -> rows.add(row(tenant, alias.value(), TenantHost.ALIAS)));
        String local = local(slug);
        if (rows.stream().noneMatch(row -> row.host.equals(local))) {
            rows.add(row(tenant, local, TenantHost.LOCAL));
        }
        return rows;
    }

    static String local(TenantSlug slug) {
        return slug + ".localhost";
    }

    private static TenantHost row(UUID tenant, String host, String kind) {
        TenantHost row = new TenantHost();
        row.tenantId = tenant;
        row.host = host;
        row.kind = kind;
        return row;
    }
}
