package ai.nominate.tenantmgr.tenant;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Counts of tenants by status and health. A trigger appends a row to {@code tenant_tally} in the transaction of each
 * change; this job sums the rows up before reading them becomes slow.
 */
@ApplicationScoped
class TenantCounts {
    /** One statement, so that concurrent readers see a consistent sum. */
    private static final String ADD_UP = """
            with parts as (
                delete from tenant_tally where (select count(*) > 100 from tenant_tally) returning status, health, tenants)
            insert into tenant_tally
            select status, health, sum(tenants) from parts group by status, health having sum(tenants) <> 0""";

    private final Pool pool;

    TenantCounts(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return pool.query(ADD_UP).execute().replaceWithVoid();
    }
}
