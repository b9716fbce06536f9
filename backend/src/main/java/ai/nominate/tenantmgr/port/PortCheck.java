package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whether a port pair can be leased on the own server now. Leases nothing: the creation of a tenant decides. */
@ApplicationScoped
public class PortCheck {
    private static final String TAKEN = """
            select 1 from port_block where server_id = $1 and first < $2 + 4 and first + size > $2 limit 1""";

    private final PortRanges ranges;
    private final OwnServer server;
    private final Sockets sockets;
    private final Pool pool;
    private final Vertx vertx;

    PortCheck(PortRanges ranges, OwnServer server, Sockets sockets, Pool pool, Vertx vertx) {
        this.ranges = ranges;
        this.server = server;
        this.sockets = sockets;
        this.pool = pool;
        this.vertx = vertx;
    }

    /** Adds the errors of {@code ports.frontend} and {@code ports.backend}, both of them valid port numbers. */
    public Uni<Void> check(int frontend, int backend, Fields fields) {
        return ranges.current().flatMap(range -> {
            named(range, frontend, backend, fields);
            return range.hasBlockAt(frontend)
                    ? free(frontend)
                            .invoke(free -> {
                                if (!free) {
                                    fields.add("ports.frontend", PortProblem.notFree(frontend));
                                }
                            })
                            .replaceWithVoid()
                    : Uni.createFrom().voidItem();
        });
    }

    static void named(PortRange range, int frontend, int backend, Fields fields) {
        if (!range.hasBlockAt(frontend)) {
            fields.add("ports.frontend", PortProblem.notABlock(range));
        }
        if (backend != frontend + 1) {
            fields.add("ports.backend", "must be the frontend port plus one");
        }
    }

    private Uni<Boolean> free(int first) {
        return pool.preparedQuery(TAKEN)
                .execute(Tuple.of(server.id(), first))
                .flatMap(rows -> rows.size() > 0
                        ? Uni.createFrom().item(false)
                        : vertx.executeBlocking(
                                () -> new PortBlock(first).ports().stream().allMatch(sockets::free), false));
    }
}
