package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ServiceName;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * SQL on the port blocks of this manager's server, in the caller's transaction. The database prevents overlapping blocks; an insert
 * that loses a race inserts no row.
 */
@ApplicationScoped
class PortRows {
    /** First ports of blocks that overlap no taken port, including blocks taken under an earlier range. */
    private static final String FREE = """
            select g from generate_series(cast(:first as int), cast(:last as int), 4) g
            where not exists (select 1 from port_block b, generate_series(-3, b.size - 1) d
                              where b.server_id = cast(:server as int) and b.first + d = g)
            order by g""";

    /** First ports of pairs that overlap no taken port; the other half of a block with a pair comes first. */
    private static final String FREE_PAIRS = """
            select g from generate_series(cast(:first as int), cast(:last as int) + 2, 2) g
            where not exists (select 1 from port_block b, generate_series(-1, b.size - 1) d
                              where b.server_id = cast(:server as int) and b.first + d = g)
            order by not exists (select 1 from port_block b
                                 where b.server_id = cast(:server as int) and b.size = 2
                                   and (b.first - cast(:first as int)) / 4 = (g - cast(:first as int)) / 4), g""";

    /**
     * The first block that no concurrent transaction has claimed: concurrent callers get different blocks without
     * waiting.
     */
    private static final String CLAIM = claim(FREE);

    private static final String CLAIM_PAIR = claim(FREE_PAIRS);

    private static String claim(String free) {
        return "with free as materialized (" + free + """
             limit cast(:most as int))
            select g from free
            where g <> all(cast(:without as int[])) and pg_try_advisory_xact_lock(cast(:space as int), g) limit 1""";
    }

    private static final String LEASE = """
            insert into port_block (server_id, first, state, tenant_id, created_at)
            values (:server, :first, 'leased', :tenant, :now) on conflict do nothing""";

    private static final String LEASE_PAIR = """
            insert into port_block (server_id, first, size, position, service, state, tenant_id, created_at)
            values (:server, :first, 2, :position, :service, 'leased', :tenant, :now) on conflict do nothing""";

    private static final String RESERVE = """
            insert into port_block (server_id, first, state, reason, created_at)
            values (:server, :first, 'reserved', :reason, :now) on conflict do nothing""";

    private static final int CLAIMS = 0x706f7275;
    /** More than the possible number of concurrent claims, so an empty result means that the range is exhausted. */
    private static final int AT_ONCE = 256;

    private final OwnServer server;
    private final Clock clock;

    PortRows(OwnServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    Uni<List<Integer>> free(Mutiny.Session session, PortRange range) {
        return within(session.createNativeQuery(FREE, Integer.class), range).getResultList();
    }

    /** Null if none is left. The claim lasts until the caller's transaction ends. */
    Uni<Integer> claim(Mutiny.Session session, PortRange range, Collection<Integer> without) {
        return claim(session, CLAIM, range, without);
    }

    /** The same for a pair. */
    Uni<Integer> claimPair(Mutiny.Session session, PortRange range, Collection<Integer> without) {
        return claim(session, CLAIM_PAIR, range, without);
    }

    private Uni<Integer> claim(Mutiny.Session session, String sql, PortRange range, Collection<Integer> without) {
        return within(session.createNativeQuery(sql, Integer.class), range)
                .setParameter("most", AT_ONCE + without.size())
                .setParameter(
                        "without", without.stream().mapToInt(Integer::intValue).toArray())
                .setParameter("space", CLAIMS)
                .getSingleResultOrNull();
    }

    private Mutiny.SelectionQuery<Integer> within(Mutiny.SelectionQuery<Integer> query, PortRange range) {
        return query.setParameter("first", range.first())
                .setParameter("last", range.lastBlock())
                .setParameter("server", (int) server.id());
    }

    /** Whether the block of that server is the tenant's now. */
    Uni<Boolean> lease(Mutiny.Session session, short which, PortBlock block, UUID tenant) {
        return inserted(session.createNativeQuery(LEASE).setParameter("tenant", tenant), which, block.first());
    }

    /** Whether the pair is the tenant's now. */
    Uni<Boolean> leasePair(Mutiny.Session session, PortPair pair, UUID tenant, int position, ServiceName service) {
        return inserted(
                session.createNativeQuery(LEASE_PAIR)
                        .setParameter("tenant", tenant)
                        .setParameter("position", position)
                        .setParameter("service", service.id()),
                server.id(),
                pair.first());
    }

    /** Whether the block was reserved. */
    Uni<Boolean> reserve(Mutiny.Session session, PortBlock block, String reason) {
        return inserted(session.createNativeQuery(RESERVE).setParameter("reason", reason), server.id(), block.first());
    }

    private Uni<Boolean> inserted(Mutiny.MutationQuery insert, short which, int first) {
        return insert.setParameter("server", which)
                .setParameter("first", first)
                .setParameter("now", clock.instant())
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
