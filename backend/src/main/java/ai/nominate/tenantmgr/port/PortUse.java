package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts the blocks of the own server's range. Ports that another program holds are not looked for, so fewer may be free than
 * counted.
 */
@ApplicationScoped
public class PortUse {
    private static final String TAKEN = """
            select count(distinct (first - $2) / 4) as taken from port_block
            where server_id = $1 and first between $2 and $3""";

    private final PortRanges ranges;
    private final OwnServer server;
    private final Pool pool;

    PortUse(PortRanges ranges, OwnServer server, Pool pool) {
        this.ranges = ranges;
        this.server = server;
        this.pool = pool;
    }

    /**
     * @param free blocks that no tenant leases and nobody reserved
     * @param total all blocks of the range
     */
    public record Blocks(int free, int total) {}

    public Uni<Blocks> blocks() {
        return ranges.current()
                .flatMap(range -> pool.preparedQuery(TAKEN)
                        .execute(Tuple.of(server.id(), range.first(), range.lastBlock() + PortRange.BLOCK - 1))
                        .map(rows -> rows.iterator().next().getLong("taken").intValue())
                        .map(taken -> of(range, taken)));
    }

    private static Blocks of(PortRange range, int taken) {
        int total = (range.lastBlock() - range.first()) / PortRange.BLOCK + 1;
        return new Blocks(Math.max(0, total - taken), total);
    }
}
