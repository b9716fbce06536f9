package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The names of a tenant as rows: its domain, its aliases, and the one by which this machine reaches it. */
final class HostRows {
    private static final String INSERT = """
            insert into tenant_host (host, tenant_id, kind)
            select host, :tenant, kind from unnest(cast(:hosts as text[]), cast(:kinds as text[])) wanted (host, kind)
            on conflict (host) do nothing returning host""";

    private HostRows() {}

    /** Adds them in the caller's transaction, all or, when it fails because some are another tenant's, none. */
    static Uni<Void> insert(UUID tenant, NewTenant wanted) {
        Map<String, Name> names = names(wanted);
        Collection<String> kinds = names.values().stream().map(Name::kind).toList();
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(INSERT, String.class)
                        .setParameter("tenant", tenant)
                        .setParameter("hosts", names.keySet().toArray(String[]::new))
                        .setParameter("kinds", kinds.toArray(String[]::new))
                        .getResultList())
                .invoke(inserted -> refuseTaken(names, inserted))
                .replaceWithVoid();
    }

    static String local(TenantSlug slug) {
        return slug + ".localhost";
    }

    private static void refuseTaken(Map<String, Name> names, List<String> inserted) {
        List<String> taken = names.entrySet().stream()
                .filter(name -> !inserted.contains(name.getKey()))
                .map(name -> name.getValue().field())
                .toList();
        if (!taken.isEmpty()) {
            throw Taken.hosts(taken);
        }
    }

    private static Map<String, Name> names(NewTenant wanted) {
        Map<String, Name> names = new LinkedHashMap<>();
        names.put(wanted.domain().value(), new Name(TenantHost.DOMAIN, "domain"));
        List<DomainName> aliases = wanted.aliases();
        for (int i = 0; i < aliases.size(); i++) {
            names.putIfAbsent(aliases.get(i).value(), new Name(TenantHost.ALIAS, "aliases[" + i + "]"));
        }
        names.putIfAbsent(local(wanted.slug()), new Name(TenantHost.LOCAL, "slug"));
        return names;
    }

    /** @param field in which the request named it */
    private record Name(String kind, String field) {}
}
