package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.deployment.LastDeployment;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.port.PortBlock;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantQuery;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Pages of tenants. Two statements for a page of any size, across the tables of several packages; reads only the listed
 * columns, and never writes. Pages beyond the middle are read from the end.
 */
@ApplicationScoped
class TenantList {
    private static final String COUNT = "select count(*) as total from tenant t where %s";
    private static final String TALLY =
            "select coalesce(sum(t.tenants), 0)::bigint as total from tenant_tally t where %s";
    private static final String PAGE = """
            select t.id, t.server_id, t.slug, t.name, t.domain, t.status, t.health, t.created_at, t.labels,
                   t.live_slot, a.release_id as a_release, a.status as a_status, b.release_id as b_release, b.status as b_status,
                   (select p.first from port_block p where p.tenant_id = t.id and p.size = 4) as first_port,
                   (select host from tenant_host h where h.tenant_id = t.id and h.kind = 'local' limit 1) as local,
                   d.id as last_id, d.status as last_status, d.finished_at as last_finished_at,
                   (select recent from health_check c where c.tenant_id = t.id and c.kind = 'frontend') as recent,
                   exists (select 1 from tenant_maintenance m where m.tenant_id = t.id) as in_maintenance,
                   %s as proven_at, minute.at as minute, minute.requests, minute.server_errors
            from (select t.* from tenant t where %s order by %s limit $%d offset $%d) t
            left join tenant_slot a on a.tenant_id = t.id and a.slot = 'a'
            left join tenant_slot b on b.tenant_id = t.id and b.slot = 'b'
            left join lateral (
                select id, status, finished_at from run where subject_id = t.id and kind in ('deploy', 'rollback', 'restore') order by queued_at desc limit 1) d
                on true
            left join lateral %s minute on true
            order by %s""";

    private final Pool pool;
    private final TenantAddress address;

    TenantList(Pool pool, TenantAddress address) {
        this.pool = pool;
        this.address = address;
    }

    /** The SQL statements. */
    record Statement(String sql, List<Object> parameters) {
        Tuple tuple() {
            return Tuple.tuple(parameters);
        }
    }

    Uni<PageView<TenantItem>> page(TenantQuery query) {
        return run(count(query))
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> run(items(query, total))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(this::item)
                                .toList())
                        .map(items -> PageView.of(items, query.page(), total)));
    }

    static Statement count(TenantQuery query) {
        return new Statement((query.isTallied() ? TALLY : COUNT).formatted(query.where()), query.parameters());
    }

    static Statement items(TenantQuery query, long total) {
        long offset = query.page().offset();
        boolean backwards = offset > total / 2;
        long limit = Math.clamp(total - offset, 0, query.page().size());
        List<Object> parameters = new ArrayList<>(query.parameters());
        parameters.add(limit);
        parameters.add(backwards ? Math.max(0, total - offset - limit) : offset);
        int last = parameters.size();
        String sql = PAGE.formatted(
                ProvenAt.OF_TENANT,
                query.where(),
                query.order(backwards),
                last - 1,
                last,
                LastMinute.OF_TENANT,
                query.order(false));
        return new Statement(sql, parameters);
    }

    private Uni<RowSet<Row>> run(Statement statement) {
        return pool.preparedQuery(statement.sql()).execute(statement.tuple());
    }

    private TenantItem item(Row row) {
        DomainName domain = new DomainName(row.getString("domain"));
        Optional<DomainName> local = Optional.ofNullable(row.getString("local")).map(DomainName::new);
        return new TenantItem(
                row.getUUID("id"),
                row.getString("slug"),
                row.getString("name"),
                domain.value(),
                row.getString("status"),
                row.getString("health"),
                PortsView.of(new PortBlock(row.getInteger("first_port"))),
                address.url(row.getShort("server_id"), domain, local),
                List.of(row.getArrayOfStrings("labels")),
                new SlotsView(
                        row.getString("live_slot"),
                        SlotsView.slot(row.getString("a_release"), row.getString("a_status")),
                        SlotsView.slot(row.getString("b_release"), row.getString("b_status"))),
                last(row),
                RecentChecks.of(row.getString("recent")),
                row.getBoolean("in_maintenance"),
                ProvenAt.of(row),
                LastMinute.of(row),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static LastDeployment last(Row row) {
        OffsetDateTime finished = row.getOffsetDateTime("last_finished_at");
        return row.getUUID("last_id") == null
                ? null
                : new LastDeployment(
                        row.getUUID("last_id"),
                        row.getString("last_status"),
                        finished == null ? null : finished.toInstant());
    }
}
