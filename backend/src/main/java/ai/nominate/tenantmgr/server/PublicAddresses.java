package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * How visitors reach the tenants of each server: this manager's own from its variables, those of others from their rows, at
 * most ten seconds old. Never blocks.
 */
@ApplicationScoped
public class PublicAddresses {
    private static final String ALL = """
            select id, public_scheme, http_port, https_port from server
            where public_scheme is not null and http_port is not null and https_port is not null""";
    private static final PublicAddress UNKNOWN =
            new PublicAddress(PublicAddress.Scheme.HTTP, new PortNumber(80), new PortNumber(443));

    private final PublicAddress own;
    private final OwnServer server;
    private final Pool pool;
    private volatile Map<Short, PublicAddress> others = Map.of();

    PublicAddresses(PublicAddress own, OwnServer server, Pool pool) {
        this.own = own;
        this.server = server;
        this.pool = pool;
    }

    /** @return plain HTTP on port 80 for a server that never had a manager */
    public PublicAddress of(short id) {
        return id == server.id() ? own : others.getOrDefault(id, UNKNOWN);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return pool.query(ALL).execute().invoke(this::keep).replaceWithVoid();
    }

    private void keep(RowSet<Row> rows) {
        Map<Short, PublicAddress> read = new HashMap<>();
        rows.forEach(row -> read.put(
                row.getShort("id"),
                new PublicAddress(
                        PublicAddress.Scheme.of(row.getString("public_scheme")),
                        new PortNumber(row.getInteger("http_port")),
                        new PortNumber(row.getInteger("https_port")))));
        others = Map.copyOf(read);
    }
}
