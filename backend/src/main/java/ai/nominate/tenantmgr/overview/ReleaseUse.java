package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Which tenants run which release. A caller limited to some tenants gets the releases of these alone, and no other tenant. */
@ApplicationScoped
class ReleaseUse {
    private static final int MOST_TENANTS = 20;
    private static final String SEEN = """
            with held as (
                select s.release_id, t.id, t.slug, t.name, t.live_slot is not distinct from s.slot as live
                from tenant_slot s join tenant t on t.id = s.tenant_id
                where s.release_id is not null and ($1::uuid[] is null or t.id = any($1))),
            seen as (
                select r.* from release r
                where exists (select 1 from held h where h.release_id = r.id) or ($1::uuid[] is null and r.state = 'ready'))
            """;
    private static final String COUNT = SEEN + "select count(*) as total from seen";
    private static final String PAGE = SEEN + """
            , page as (select * from seen order by created_at desc, id desc limit $2 offset $3),
            one as (
                select distinct on (h.release_id, h.id) h.* from held h join page p on p.id = h.release_id
                order by h.release_id, h.id, h.live desc),
            placed as (
                select o.*, row_number() over (partition by release_id order by live desc, slug) as place from one o),
            summed as (
                select release_id, count(*) filter (where live) as live, count(*) filter (where not live) as standby,
                       json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'live', live) order by place)
                           filter (where place <= $4) as tenants
                from placed group by release_id)
            select p.id, p.manifest::json ->> 'name' as application, v.name as server, p.source_kind, p.source_location, p.ref,
                   p.commit, p.created_at, coalesce(u.live, 0) as live, coalesce(u.standby, 0) as standby,
                   coalesce(u.tenants, '[]'::json) as tenants
            from page p join server v on v.id = p.server_id left join summed u on u.release_id = p.id
            order by p.created_at desc, p.id desc""";

    private final Pool pool;

    ReleaseUse(Pool pool) {
        this.pool = pool;
    }

    Uni<PageView<ReleaseView>> list(PageRequest page, Actor actor) {
        UUID[] seen = actor.tenants().map(some -> some.toArray(UUID[]::new)).orElse(null);
        Tuple asked = Tuple.tuple().addArrayOfUUID(seen);
        Tuple paged = Tuple.tuple()
                .addArrayOfUUID(seen)
                .addInteger(page.size())
                .addLong(page.offset())
                .addInteger(MOST_TENANTS);
        return pool.preparedQuery(COUNT)
                .execute(asked)
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total ->
                        pool.preparedQuery(PAGE).execute(paged).map(rows -> PageView.of(views(rows), page, total)));
    }

    private static List<ReleaseView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ReleaseUse::view)
                .toList();
    }

    private static ReleaseView view(Row row) {
        return new ReleaseView(
                row.getString("id"),
                row.getString("application"),
                row.getString("server"),
                row.getString("source_kind"),
                row.getString("source_location"),
                row.getString("ref"),
                row.getString("commit"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getLong("live"),
                row.getLong("standby"),
                tenants((JsonArray) row.getJson("tenants")));
    }

    private static List<ReleaseView.Tenant> tenants(JsonArray found) {
        return found.stream()
                .map(JsonObject.class::cast)
                .map(tenant -> new ReleaseView.Tenant(
                        UUID.fromString(tenant.getString("id")),
                        tenant.getString("slug"),
                        tenant.getString("name"),
                        tenant.getBoolean("live")))
                .toList();
    }
}
