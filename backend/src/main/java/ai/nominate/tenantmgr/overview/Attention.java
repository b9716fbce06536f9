package ai.nominate.tenantmgr.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Finds the tenants that need attention: one statement, which reads their states and the ends of their certificates. */
@ApplicationScoped
class Attention {
    /** Certificates of 90 days are renewed in their last third; what is left by then is late. */
    static final Duration NEAR_ITS_END = Duration.ofDays(21);

    private static final int MOST = 12;
    private static final String FIND = """
            select found.*, count(*) over () as total from (
                select t.id, t.slug, t.name, 'failed' as reason, 0 as place, r.id as run, r.finished_at as at,
                       r.failure::json ->> 'detail' as detail
                from tenant t
                left join lateral (select id, failure, finished_at from run
                                   where subject_id = t.id and status = 'failed' and exclusive
                                   order by queued_at desc limit 1) r on true
                where t.status = 'failed' and ($1::uuid[] is null or t.id = any($1))
                union all
                select t.id, t.slug, t.name, t.health, case t.health when 'unhealthy' then 1 else 3 end, null, i.began_at,
                       i.cause
                from tenant t
                left join lateral (select began_at, cause from health_incident
                                   where tenant_id = t.id and ended_at is null
                                   order by health desc, began_at limit 1) i on true
                where t.health in ('unhealthy', 'degraded') and t.status <> 'failed' and t.live_slot is not null
                  and ($1::uuid[] is null or t.id = any($1))
                union all
                select t.id, t.slug, t.name, 'certificate', 2, null, c.not_after, null
                from certificate c
                join site_certificate served on served.certificate_id = c.id
                join tenant t on t.id = served.tenant_id and t.live_slot is not null
                where c.not_after < $2 and ($1::uuid[] is null or t.id = any($1))) found
            order by place, case when reason = 'certificate' then at end, at desc nulls last, slug limit $3""";

    private final Pool pool;
    private final Clock clock;

    Attention(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @param seen the tenants that the caller may access; null for all */
    Uni<AttentionView> of(UUID[] seen) {
        Tuple asked = Tuple.tuple()
                .addArrayOfUUID(seen)
                .addOffsetDateTime(clock.instant().plus(NEAR_ITS_END).atOffset(ZoneOffset.UTC))
                .addInteger(MOST);
        return pool.preparedQuery(FIND).execute(asked).map(rows -> {
            List<AttentionView.Item> items = new ArrayList<>();
            long total = 0;
            for (Row row : rows) {
                total = row.getLong("total");
                items.add(item(row));
            }
            return new AttentionView(items, total);
        });
    }

    private static AttentionView.Item item(Row row) {
        String reason = row.getString("reason");
        return new AttentionView.Item(
                row.getUUID("id"),
                row.getString("slug"),
                row.getString("name"),
                reason,
                detail(reason, row.getString("detail")),
                row.getOffsetDateTime("at") == null
                        ? null
                        : row.getOffsetDateTime("at").toInstant(),
                row.getUUID("run"));
    }

    private static String detail(String reason, String failure) {
        return switch (reason) {
            case "failed" -> failure == null ? "No slot serves this tenant" : failure;
            case "unhealthy" -> failure == null ? "Visitors are not served" : failure;
            case "degraded" -> failure == null ? "A check fails or warns" : failure;
            default -> "Its certificate ends soon and was not renewed";
        };
    }
}
