package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.server.Servers;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Lists port blocks and their owners. PortReservations used by foreign processes are detected on each call and listed among the
 * rows, ordered by port. Callers limited to some tenants see the blocks of those tenants only.
 */
@ApplicationScoped
class PortList {
    private static final String PAGE = """
            with shown as (
                select first, state, tenant_id, reason, service from port_block
                where server_id = $1 and ($2::uuid[] is null or tenant_id = any($2))
                union all
                select f, 'foreign', null, null, null from unnest($3::int[]) f
                where not exists (select 1 from port_block b
                                  where b.server_id = $1 and b.first between f - 3 and f + 3))
            select total, page.* from (select count(*) as total from shown) counted
            left join (select * from shown order by first limit $4 offset $5) page on true order by first""";

    private final PortRanges ranges;
    private final PortBlockOwners owners;
    private final ForeignPorts foreign;
    private final OwnServer own;
    private final Servers servers;
    private final Pool pool;
    private final Vertx vertx;

    PortList(
            PortRanges ranges,
            PortBlockOwners owners,
            ForeignPorts foreign,
            OwnServer own,
            Servers servers,
            Pool pool,
            Vertx vertx) {
        this.ranges = ranges;
        this.owners = owners;
        this.foreign = foreign;
        this.own = own;
        this.servers = servers;
        this.pool = pool;
        this.vertx = vertx;
    }

    /** @param server the name of a server; null for this manager's own */
    Uni<PageView<PortBlockView>> page(String server, PageRequest request, Actor actor) {
        return number(server)
                .flatMap(number -> ranges.of(number)
                        .flatMap(range -> vertx.executeBlocking(() -> foreignBlocks(number, range, actor), false))
                        .flatMap(held ->
                                rows(number, request, actor, held).flatMap(rows -> page(number, request, rows, held))));
    }

    private Uni<Short> number(String server) {
        return server == null
                ? Uni.createFrom().item(own.id())
                : vertx.executeBlocking(() -> servers.number(server), false);
    }

    /**
     * First ports of blocks with a port used by a foreign process, with that port. Empty for callers limited to some
     * tenants.
     */
    private Map<Integer, Integer> foreignBlocks(short server, PortRange range, Actor actor) {
        return actor.tenants().isPresent()
                ? Map.of()
                : foreign.listening(server, range.first(), range.lastBlock() + PortBlock.SIZE - 1).stream()
                        .collect(Collectors.toMap(range::blockOf, port -> port, Math::min));
    }

    private Uni<RowSet<Row>> rows(short server, PageRequest request, Actor actor, Map<Integer, Integer> held) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.tuple()
                        .addShort(server)
                        .addArrayOfUUID(actor.tenants()
                                .map(some -> some.toArray(UUID[]::new))
                                .orElse(null))
                        .addArrayOfInteger(held.keySet().toArray(Integer[]::new))
                        .addInteger(request.size())
                        .addLong(request.offset()));
    }

    private Uni<PageView<PortBlockView>> page(
            short server, PageRequest request, RowSet<Row> rows, Map<Integer, Integer> held) {
        List<Row> shown = new ArrayList<>();
        Set<UUID> tenants = new java.util.HashSet<>();
        Set<Integer> strange = new java.util.HashSet<>();
        long total = 0;
        for (Row row : rows) {
            total = row.getLong("total");
            if (row.getInteger("first") == null) {
                continue;
            }
            shown.add(row);
            if (row.getUUID("tenant_id") != null) {
                tenants.add(row.getUUID("tenant_id"));
            }
            if (row.getString("state").equals("foreign")) {
                strange.add(held.get(row.getInteger("first")));
            }
        }
        long all = total;
        return owners.slugs(tenants)
                .flatMap(slugs -> vertx.executeBlocking(() -> foreign.holders(server, strange), false)
                        .map(holders -> PageView.of(
                                shown.stream()
                                        .map(row -> view(row, slugs, held, holders))
                                        .toList(),
                                request,
                                all)));
    }

    private static PortBlockView view(
            Row row, Map<UUID, TenantSlug> slugs, Map<Integer, Integer> held, Map<Integer, String> holders) {
        int first = row.getInteger("first");
        UUID tenant = row.getUUID("tenant_id");
        TenantSlug slug = tenant == null ? null : slugs.get(tenant);
        Integer port = held.get(first);
        boolean isForeign = row.getString("state").equals("foreign");
        PortBlockView.Owner owner = slug == null ? null : new PortBlockView.Owner(tenant, slug.value());
        if (row.getString("service") != null) {
            return PortBlockView.of(new PortPair(first), owner, row.getString("service"));
        }
        return PortBlockView.of(
                new PortBlock(first),
                owner,
                row.getString("state"),
                isForeign ? "port " + port + " is used by " + holders.get(port) : row.getString("reason"));
    }
}
