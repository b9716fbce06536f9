package ai.nominate.tenantmgr.overview;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The running deployments, then the latest ones, without their steps and logs. */
@ApplicationScoped
class LatestDeployments {
    private static final int MOST = 8;
    /** Two short lists, each along an index, instead of one sort of all runs. */
    private static final String FIND = """
            with shown as (
                (select r.* from run r join deployment d on d.id = r.id
                 where r.status in ('running', 'queued') and ($1::uuid[] is null or r.subject_id = any($1))
                 order by r.queued_at desc limit $2)
                union all
                (select r.* from run r join deployment d on d.id = r.id
                 where r.status not in ('running', 'queued') and ($1::uuid[] is null or r.subject_id = any($1))
                 order by r.queued_at desc limit $2))
            select s.id, s.kind, s.status, s.subject_id, s.subject_name, t.name, s.current_step, s.progress_percent, d.commit,
                   s.actor, s.queued_at, s.started_at, s.finished_at
            from shown s join deployment d on d.id = s.id left join tenant t on t.id = s.subject_id
            order by s.finished_at is not null, s.queued_at desc, s.id desc limit $2""";

    private final Pool pool;

    LatestDeployments(Pool pool) {
        this.pool = pool;
    }

    /** @param seen the tenants that the caller may access; null for all */
    Uni<List<OverviewView.Deployment>> of(UUID[] seen) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfUUID(seen).addInteger(MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LatestDeployments::view)
                        .toList());
    }

    private static OverviewView.Deployment view(Row row) {
        return new OverviewView.Deployment(
                row.getUUID("id"),
                row.getString("kind"),
                row.getString("status"),
                row.getUUID("subject_id"),
                row.getString("subject_name"),
                row.getString("name"),
                row.getString("current_step"),
                row.getInteger("progress_percent"),
                row.getString("commit"),
                row.getString("actor"),
                time(row, "queued_at"),
                time(row, "started_at"),
                time(row, "finished_at"));
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
