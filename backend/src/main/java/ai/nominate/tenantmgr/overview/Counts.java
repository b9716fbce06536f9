package ai.nominate.tenantmgr.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Counts tenants by status and by health: from the tally, or among the tenants that a limited caller may access. */
@ApplicationScoped
class Counts {
    private static final String TALLY =
            "select status, health, sum(tenants)::bigint as tenants from tenant_tally group by status, health";
    private static final String SOME =
            "select status, health, count(*) as tenants from tenant where id = any($1) group by status, health";

    private final Pool pool;

    Counts(Pool pool) {
        this.pool = pool;
    }

    /** @param seen the tenants that the caller may access; null for all */
    Uni<OverviewView.Tenants> of(UUID[] seen) {
        var rows = seen == null
                ? pool.preparedQuery(TALLY).execute()
                : pool.preparedQuery(SOME).execute(Tuple.tuple().addArrayOfUUID(seen));
        return rows.map(Counts::view);
    }

    private static OverviewView.Tenants view(Iterable<Row> rows) {
        Map<String, Long> status = new HashMap<>();
        Map<String, Long> health = new HashMap<>();
        long total = 0;
        for (Row row : rows) {
            long tenants = row.getLong("tenants");
            total += tenants;
            status.merge(row.getString("status"), tenants, Long::sum);
            health.merge(row.getString("health"), tenants, Long::sum);
        }
        return new OverviewView.Tenants(
                total,
                new OverviewView.ByStatus(
                        status.getOrDefault("draft", 0L),
                        status.getOrDefault("deploying", 0L),
                        status.getOrDefault("active", 0L),
                        status.getOrDefault("stopped", 0L),
                        status.getOrDefault("failed", 0L),
                        status.getOrDefault("deleting", 0L)),
                new OverviewView.ByHealth(
                        health.getOrDefault("healthy", 0L),
                        health.getOrDefault("degraded", 0L),
                        health.getOrDefault("unhealthy", 0L),
                        health.getOrDefault("unknown", 0L)));
    }
}
