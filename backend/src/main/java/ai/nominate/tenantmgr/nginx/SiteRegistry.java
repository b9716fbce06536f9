package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.certificate.IssuedCertificate;
import ai.nominate.tenantmgr.certificate.ServedCertificates;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The sites of all slots, as rows. NGINX always gets all of them, read when it is a change's turn. So two changes
 * cannot undo each other, and after a crash between row and reload the next change repairs the difference.
 */
@ApplicationScoped
public class SiteRegistry {
    private static final String PUT = """
            insert into site_slot (tenant_id, slot, release_id, ports, routes)
            values (:tenant, :slot, :release, cast(:ports as integer[]), cast(cast(:routes as text) as jsonb))
            on conflict (tenant_id, slot) do update set release_id = excluded.release_id,
                backend_port = null, frontend_port = null, ports = excluded.ports, routes = excluded.routes""";
    private static final String CERTIFY = """
            insert into site_certificate (tenant_id, certificate_id, fallback_id) values (:tenant, :certificate, cast(:fallback as text))
            on conflict (tenant_id) do update
            set certificate_id = excluded.certificate_id, fallback_id = excluded.fallback_id""";
    private static final String ALL = """
            select t.slug, t.domain, s.slot, s.release_id, s.backend_port, s.frontend_port, s.ports, s.routes::text as routes,
                   c.certificate_id, c.fallback_id,
                   case when c.fallback_id is not null then (select o.names from certificate o where o.id = c.certificate_id) end as covered,
                   (select array_agg(h.host order by h.host) from tenant_host h where h.tenant_id = t.id) as hosts,
                   array(select h.host from tenant_host h where h.tenant_id = t.id and h.kind = 'redirect') as moved
            from site_slot s join tenant t on t.id = s.tenant_id and t.server_id = $1 left join site_certificate c on c.tenant_id = t.id
            order by t.slug, s.slot""";

    private static final String ONE = """
            select release_id, backend_port, frontend_port, ports, routes::text as routes
            from site_slot where tenant_id = $1 and slot = $2""";

    private final Pool pool;
    private final NginxSites sites;
    private final OwnServer server;

    SiteRegistry(Pool pool, NginxSites sites, OwnServer server) {
        this.pool = pool;
        this.sites = sites;
        this.server = server;
    }

    /** Sets the site of a slot; {@link #apply} activates it. Writes nothing if the row says so already. */
    public void put(UUID tenant, Slot slot, SlotSite site, Permit permit) {
        if (slot(tenant, slot).filter(site::equals).isPresent()) {
            permit.check();
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", tenant);
        values.put("slot", slot.id());
        values.put("release", site.release());
        values.put("ports", SiteRow.ports(site));
        values.put("routes", SiteRow.routes(site.routes()));
        execute(PUT, values, permit);
    }

    /** What NGINX knows of a slot; empty if nothing. Blocks. */
    public Optional<SlotSite> slot(UUID tenant, Slot slot) {
        RowSet<Row> rows = Reactive.await(() -> pool.preparedQuery(ONE).execute(Tuple.of(tenant, slot.id())));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(SiteRow.read(rows.iterator().next()));
    }

    /** Removes the site of a slot. */
    public void remove(UUID tenant, Slot slot, Permit permit) {
        execute(
                "delete from site_slot where tenant_id = :tenant and slot = :slot",
                Map.of("tenant", tenant, "slot", slot.id()),
                permit);
    }

    /** Sets the certificates of a tenant. Writes nothing if the row says so already. */
    public void certify(UUID tenant, ServedCertificates served, Permit permit) {
        certify(
                tenant,
                new Certified(
                        served.first().id(),
                        served.fallback().map(IssuedCertificate::id).orElse(null)),
                permit);
    }

    /** Sets one certificate for all names of a tenant. */
    void certify(UUID tenant, String certificate, Permit permit) {
        certify(tenant, new Certified(certificate, null), permit);
    }

    private void certify(UUID tenant, Certified wanted, Permit permit) {
        if (certified(tenant).filter(wanted::equals).isPresent()) {
            permit.check();
            return;
        }
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", tenant);
        values.put("certificate", wanted.first());
        values.put("fallback", wanted.fallback());
        execute(CERTIFY, values, permit);
    }

    /** @param fallback null if there is none */
    private record Certified(String first, String fallback) {}

    private Optional<Certified> certified(UUID tenant) {
        var rows = Reactive.await(() -> pool.preparedQuery(
                        "select certificate_id, fallback_id from site_certificate where tenant_id = $1")
                .execute(Tuple.of(tenant)));
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(new Certified(
                        rows.iterator().next().getString("certificate_id"),
                        rows.iterator().next().getString("fallback_id")));
    }

    /** The certificate of a tenant; empty if there is none. */
    public Optional<String> certificate(UUID tenant) {
        return certified(tenant).map(Certified::first);
    }

    /** All host names of a tenant, those included that are being added to it. Blocks. */
    public List<DomainName> hosts(UUID tenant) {
        var rows = Reactive.await(() -> pool.preparedQuery(
                        "select host from tenant_host where tenant_id = $1 order by kind <> 'domain', host")
                .execute(Tuple.of(tenant)));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new DomainName(row.getString("host")))
                .toList();
    }

    /** The ids of certificates that the kept generations name. Blocks. */
    public Set<String> namedCertificates() {
        return sites.certificates();
    }

    /** Removes the certificate of a tenant. */
    public void decertify(UUID tenant, Permit permit) {
        execute("delete from site_certificate where tenant_id = :tenant", Map.of("tenant", tenant), permit);
    }

    private static void execute(String sql, Map<String, Object> values, Permit permit) {
        permit.transaction(() -> Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql);
            values.forEach(query::setParameter);
            return query.executeUpdate();
        }));
    }

    /** Applies the rows to NGINX. Blocks until a probe has confirmed it, or NGINX has rejected it. */
    public ApplyResult apply(Permit permit) {
        return sites.apply(this::all, permit);
    }

    /**
     * Prepares the next {@link #apply}: it then has only to bring in what was written and tested here. Blocks.
     *
     * @return the reason why NGINX would reject it; empty if there is none
     */
    public Optional<ApplyResult.Refused> prepare(Permit permit) {
        return sites.prepare(this::all, permit);
    }

    /** Every tenant of this manager's own server that has a slot, as the rows say. */
    Collection<Site> all() {
        return Reactive.await(this::read);
    }

    private Uni<List<Site>> read() {
        return pool.preparedQuery(ALL).execute(Tuple.of(server.id())).map(SiteRegistry::sites);
    }

    private static List<Site> sites(RowSet<Row> rows) {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (Row row : rows) {
            Map<Slot, SlotSite> slots = new EnumMap<>(Slot.class);
            Site before = sites.get(row.getString("slug"));
            if (before != null) {
                slots.putAll(before.slots());
            }
            slots.put(Slot.of(row.getString("slot")), SiteRow.read(row));
            DomainName domain = new DomainName(row.getString("domain"));
            sites.put(
                    row.getString("slug"),
                    new Site(
                            new TenantSlug(row.getString("slug")),
                            names(row, "hosts"),
                            names(row, "moved").stream().collect(Collectors.toMap(host -> host, host -> domain)),
                            row.getString("certificate_id"),
                            fallbacks(row),
                            slots));
        }
        return List.copyOf(sites.values());
    }

    /** The names that the certificate does not cover, with the one that does. */
    private static Map<DomainName, String> fallbacks(Row row) {
        String fallback = row.getString("fallback_id");
        if (fallback == null) {
            return Map.of();
        }
        Set<String> covered = Set.of(row.getArrayOfStrings("covered"));
        return names(row, "hosts").stream()
                .filter(host ->
                        !covered.contains(host.value()) && !covered.contains(IssuedCertificate.wildcardOf(host)))
                .collect(Collectors.toMap(host -> host, host -> fallback));
    }

    private static List<DomainName> names(Row row, String column) {
        return Arrays.stream(row.getArrayOfStrings(column)).map(DomainName::new).toList();
    }
}
