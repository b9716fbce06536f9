package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The host names of a tenant as rows: domain, aliases, and the local name. The database decides conflicts; rows are
 * inserted in name order, so that two tenants that want the same names wait for each other without a deadlock.
 */
final class TenantHostRows {
    private static final String INSERT = """
            insert into tenant_host (tenant_id, host, kind) values (:tenant, :host, :kind)
            on conflict (host) do update set kind = excluded.kind where tenant_host.tenant_id = excluded.tenant_id""";

    private TenantHostRows() {}

    /**
     * @param local the name without DNS, if its server has such names
     * @throws ProblemException {@link TenantProblem#HOST_TAKEN} with the field of the name that belongs to another
     * tenant
     */
    static Uni<Void> insert(UUID tenant, NewTenant wanted, Optional<DomainName> local) {
        SortedMap<String, String> kinds = new TreeMap<>();
        local.ifPresent(name -> kinds.put(name.value(), TenantHost.LOCAL));
        wanted.aliases().forEach(alias -> kinds.put(alias.value(), TenantHost.ALIAS));
        kinds.put(wanted.domain().value(), TenantHost.DOMAIN);
        return insert(tenant, kinds, wanted.domain(), wanted.aliases());
    }

    static Uni<Void> reserve(UUID tenant, Collection<DomainName> names, TenantChange wanted) {
        SortedMap<String, String> kinds = new TreeMap<>();
        names.forEach(name -> kinds.put(name.value(), TenantHost.PENDING));
        return insert(tenant, kinds, wanted.domain(), wanted.aliases());
    }

    static Uni<Void> release(UUID tenant) {
        return TenantHost.delete("tenantId = ?1 and kind = ?2", tenant, TenantHost.PENDING)
                .replaceWithVoid();
    }

    /** Replaces the tenant's names; announced names become its own. */
    static Uni<Void> replace(TenantSnapshot tenant, TenantChange wanted, Optional<DomainName> local) {
        return replace(tenant, kinds(tenant, wanted, local), wanted.domain(), wanted.aliases());
    }

    /** Restores the names from before a change. */
    static Uni<Void> restore(TenantSnapshot now, TenantChange before, Collection<DomainName> redirects) {
        SortedMap<String, String> kinds = new TreeMap<>();
        before.aliases()
                .forEach(alias ->
                        kinds.put(alias.value(), redirects.contains(alias) ? TenantHost.REDIRECT : TenantHost.ALIAS));
        now.local().ifPresent(local -> kinds.put(local.value(), TenantHost.LOCAL));
        kinds.put(before.domain().value(), TenantHost.DOMAIN);
        return replace(now, kinds, before.domain(), before.aliases());
    }

    private static Uni<Void> replace(
            TenantSnapshot tenant, SortedMap<String, String> after, DomainName domain, List<DomainName> aliases) {
        return TenantHost.<TenantHost>list("tenantId", tenant.id()).flatMap(rows -> {
            Map<String, String> before = rows.stream().collect(Collectors.toMap(row -> row.host, row -> row.kind));
            List<String> gone = before.keySet().stream()
                    .filter(host -> !after.containsKey(host))
                    .toList();
            after.entrySet().removeIf(row -> row.getValue().equals(before.get(row.getKey())));
            Uni<Long> removed = gone.isEmpty()
                    ? Uni.createFrom().item(0L)
                    : TenantHost.delete("tenantId = ?1 and host in ?2", tenant.id(), gone);
            return removed.flatMap(done -> insert(tenant.id(), after, domain, aliases));
        });
    }

    /** A redirect stays until it is omitted from the aliases, or becomes the domain again. */
    private static SortedMap<String, String> kinds(
            TenantSnapshot tenant, TenantChange wanted, Optional<DomainName> local) {
        SortedMap<String, String> kinds = new TreeMap<>();
        for (DomainName alias : wanted.aliases()) {
            boolean leads = tenant.redirects().contains(alias);
            kinds.put(alias.value(), leads ? TenantHost.REDIRECT : TenantHost.ALIAS);
        }
        if (tenant.live().isPresent() && !tenant.domain().equals(wanted.domain())) {
            kinds.put(tenant.domain().value(), TenantHost.REDIRECT);
        }
        local.ifPresent(name -> kinds.put(name.value(), TenantHost.LOCAL));
        kinds.put(wanted.domain().value(), TenantHost.DOMAIN);
        return kinds;
    }

    private static Uni<Void> insert(
            UUID tenant, SortedMap<String, String> kinds, DomainName domain, List<DomainName> aliases) {
        return Multi.createFrom()
                .iterable(kinds.entrySet())
                .onItem()
                .transformToUniAndConcatenate(row -> insert(tenant, row.getKey(), row.getValue())
                        .invoke(rows -> {
                            if (rows == 0) {
                                throw taken(row.getKey(), domain, aliases);
                            }
                        }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(UUID tenant, String host, String kind) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("tenant", tenant)
                        .setParameter("host", host)
                        .setParameter("kind", kind)
                        .executeUpdate());
    }

    private static ProblemException taken(String host, DomainName domain, List<DomainName> aliases) {
        int alias = aliases.indexOf(new DomainName(host));
        String field = domain.value().equals(host) ? "domain" : alias >= 0 ? "aliases[" + alias + "]" : "slug";
        return new ProblemException(TenantProblem.HOST_TAKEN, "A host name can belong to one tenant only")
                .withError(field, "belongs to another tenant");
    }
}
