package ai.nominate.tenantmgr.tenant;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many tenants there are of each status and health. Every change adds rows to {@code tenant_tally}, in its transaction and
 * by a trigger; here they are added up before they are too many to be read at a glance.
 */
@ApplicationScoped
class TenantTally {
    /** One statement, so that whoever sums at the same time sees all of it or nothing. */
    private static final String ADD_UP = """
            with parts as (
                delete from tenant_tally where (select count(*) > 100 from tenant_tally) returning status, health, tenants)
            insert into tenant_tally
            select status, health, sum(tenants) from parts group by status, health having sum(tenants) <> 0""";

    private final Pool pool;

    TenantTally(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> addUp() {
        return pool.query(ADD_UP).execute().replaceWithVoid();
    }
}
