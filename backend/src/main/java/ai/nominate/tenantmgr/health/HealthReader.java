package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads the checks and incidents of a tenant. */
@ApplicationScoped
class HealthReader {
    private static final String CHECKS = "select * from health_check where tenant_id = $1";
    private static final String CHANGING =
            "select exists (select 1 from run where subject_id = $1 and exclusive and status = 'running') as changing";
    private static final String INCIDENT = "select id, kind, health, began_at, ended_at, cause from health_incident ";
    private static final String OPEN =
            INCIDENT + "where tenant_id = $1 and ended_at is null order by began_at desc, id desc";
    private static final String PAGE =
            INCIDENT + "where tenant_id = $1 order by began_at desc, id desc limit $2 offset $3";
    private static final String COUNT = "select count(*) as total from health_incident where tenant_id = $1";

    private final Pool pool;

    HealthReader(Pool pool) {
        this.pool = pool;
    }

    Uni<HealthView> read(TenantSnapshot tenant, HealthLimits limits, Instant now) {
        Tuple id = Tuple.of(tenant.id());
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(CHECKS).execute(id),
                        pool.preparedQuery(CHANGING).execute(id),
                        pool.preparedQuery(OPEN).execute(id))
                .asTuple()
                .map(found -> new HealthView(
                        tenant.health(),
                        found.getItem2().iterator().next().getBoolean("changing"),
                        checks(tenant.id(), found.getItem1(), limits, now),
                        incidents(found.getItem3())));
    }

    Uni<PageView<IncidentView>> incidents(UUID tenant, PageRequest page) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(tenant))
                .map(rows -> rows.iterator().next().getLong("total"))
                .flatMap(total -> pool.preparedQuery(PAGE)
                        .execute(Tuple.of(tenant, page.size(), page.offset()))
                        .map(rows -> PageView.of(incidents(rows), page, total)));
    }

    private static List<HealthView.Check> checks(UUID tenant, RowSet<Row> rows, HealthLimits limits, Instant now) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> {
                    CheckKind kind = CheckKind.of(row.getString("kind"));
                    Instant next = Phase.next(new CheckKey(tenant, kind), limits.of(kind), now);
                    return HealthView.Check.of(kind, HealthTable.state(row), next);
                })
                .sorted(Comparator.comparing(check -> CheckKind.of(check.kind()).ordinal()))
                .toList();
    }

    private static List<IncidentView> incidents(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(IncidentView::of)
                .toList();
    }
}
