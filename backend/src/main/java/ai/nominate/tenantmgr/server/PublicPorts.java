package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.kernel.OwnServer;


import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/**
 * The port on which visitors reach the tenants of each server: this manager's own from its variables, those of others from
 * their rows, at most ten seconds old. Never blocks.
 */
@ApplicationScoped
public class PublicPorts {
    private static final String ALL = "select id, http_port from server where http_port is not null";

    private final HostProperties host;
    private final OwnServer own;
    private final Pool pool;
    private volatile Map<Short, Integer> others = Map.of();

    PublicPorts(HostProperties host, OwnServer own, Pool pool) {
        this.host = host;
        this.own = own;
        this.pool = pool;
    }

    /** @return the port for plain HTTP; 80 for a server that never had a manager */
    public int http(short server) {
        return server == own.id() ? host.httpPort() : others.getOrDefault(server, 80);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> read() {
        return pool.query(ALL).execute().invoke(this::keep).replaceWithVoid();
    }

    private void keep(RowSet<Row> rows) {
        Map<Short, Integer> read = new HashMap<>();
        rows.forEach(row -> read.put(row.getShort("id"), row.getInteger("http_port")));
        others = Map.copyOf(read);
    }
}
