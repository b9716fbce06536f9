package ai.nominate.tenantmgr.tenantapi;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** When it was last proven that a tenant can be restored: by the newest proof of a backup that is still there. */
@ApplicationScoped
class ProvenAt {
    /** Of the tenant {@code t}. */
    static final String OF_TENANT = """
            (select max(p.proof_at) from backup p
             where p.tenant_id = t.id and p.state = 'complete' and p.proof_verdict = 'proven')""";

    private static final String ONE = "select " + OF_TENANT + " as proven_at from (select cast($1 as uuid) as id) t";

    private final Pool pool;

    ProvenAt(Pool pool) {
        this.pool = pool;
    }

    /** @return null if no backup of the tenant is proven */
    Uni<Instant> of(UUID tenant) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(tenant))
                .map(rows -> of(rows.iterator().next()));
    }

    static Instant of(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("proven_at");
        return at == null ? null : at.toInstant();
    }
}
