package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The names of a tenant as rows: its domain, its aliases, and the one by which this machine reaches it. The database decides
 * who was first; rows go in by name, so that two tenants that want the same names wait for each other and never in a circle.
 */
final class HostRows {
    private static final String INSERT = """
            insert into tenant_host (tenant_id, host, kind) values (:tenant, :host, :kind)
            on conflict (host) do nothing""";

    private HostRows() {}

    /** @throws ProblemException {@link TenantProblem#HOST_TAKEN} with the field that named what another tenant has */
    static Uni<Void> insert(UUID tenant, NewTenant wanted) {
        return Multi.createFrom()
                .iterable(kinds(wanted).entrySet())
                .onItem()
                .transformToUniAndConcatenate(row -> insert(tenant, row.getKey(), row.getValue(), wanted))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(UUID tenant, String host, String kind, NewTenant wanted) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT)
                        .setParameter("tenant", tenant)
                        .setParameter("host", host)
                        .setParameter("kind", kind)
                        .executeUpdate())
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new ProblemException(TenantProblem.HOST_TAKEN, "A host name belongs to one tenant only")
                                .withError(field(host, kind, wanted), "is taken by another tenant");
                    }
                });
    }

    private static String field(String host, String kind, NewTenant wanted) {
        return switch (kind) {
            case TenantHost.DOMAIN -> "domain";
            case TenantHost.ALIAS -> "aliases[" + wanted.aliases().indexOf(new DomainName(host)) + "]";
            default -> "slug";
        };
    }

    private static SortedMap<String, String> kinds(NewTenant wanted) {
        SortedMap<String, String> kinds = new TreeMap<>();
        kinds.put(local(wanted.slug()), TenantHost.LOCAL);
        wanted.aliases().forEach(alias -> kinds.put(alias.value(), TenantHost.ALIAS));
        kinds.put(wanted.domain().value(), TenantHost.DOMAIN);
        return kinds;
    }

    static String local(TenantSlug slug) {
        return slug + ".localhost";
    }
}
