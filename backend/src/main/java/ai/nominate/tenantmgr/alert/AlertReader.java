package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads alerts as a caller may see them. */
@ApplicationScoped
class AlertReader {
    private static final String SELECT = """
            select a.*, s.name as server, (select count(*) from alert f where f.folded_into = a.id) as folded
            from alert a join server s on s.id = a.server_id""";
    private static final String LIST = SELECT + AlertQuery.WHERE + """
            order by a.ended_at is not null, case when a.ended_at is null and a.severity = 'critical' then 0 else 1 end,
                coalesce(a.ended_at, a.opened_at) desc, a.id desc limit $5 offset $6""";
    private static final String COUNT = "select count(*) as total from alert a" + AlertQuery.WHERE;
    private static final String ONE = SELECT + " where a.id = $1";
    private static final String SUMMARY = """
            select count(*) as open, count(*) filter (where unseen) as unseen,
                   count(*) filter (where unseen and severity = 'critical') as critical
            from (select severity, acknowledged_at is null and (snoozed_until is null or snoozed_until <= $2) as unseen
                  from alert
                  where ended_at is null and folded_into is null and ($1::uuid[] is null or tenant_id = any($1))) a""";

    private final Pool pool;
    private final Deliveries deliveries;
    private final Clock clock;

    AlertReader(Pool pool, Deliveries deliveries, Clock clock) {
        this.pool = pool;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    Uni<PageView<AlertView>> list(AlertQuery query) {
        return pool.preparedQuery(COUNT)
                .execute(query.parameters())
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> pool.preparedQuery(LIST)
                        .execute(query.parameters()
                                .addInteger(query.page().size())
                                .addLong(query.page().offset()))
                        .map(rows -> PageView.of(
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(row -> AlertView.of(row, List.of()))
                                        .toList(),
                                query.page(),
                                total)));
    }

    /** @throws ProblemException if there is none, or the actor has no access to its tenant */
    Uni<AlertView> get(String id, Actor actor) {
        if (!Sql.isId(id)) {
            return Uni.createFrom().failure(AlertReader::unknown);
        }
        return pool.preparedQuery(ONE).execute(Tuple.of(UUID.fromString(id))).flatMap(rows -> {
            Row row = rows.size() == 0 ? null : rows.iterator().next();
            if (row == null || !actor.canAccess(row.getUUID("tenant_id"))) {
                throw unknown();
            }
            return deliveries.ofAlert(row.getUUID("id")).map(sent -> AlertView.of(row, sent));
        });
    }

    Uni<AlertSummary> summary(Actor actor) {
        return pool.preparedQuery(SUMMARY)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(AlertQuery.seen(actor))
                        .addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .map(row -> new AlertSummary(row.getLong("open"), row.getLong("unseen"), row.getLong("critical")));
    }

    static ProblemException unknown() {
        return new ProblemException(AlertProblem.UNKNOWN, "List alerts with GET /api/alerts");
    }
}
