package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.alert.plan.OpenAlert;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the open alerts of this server: all that a manager has to know of the looks before, its own or another one's. */
@ApplicationScoped
class OpenAlerts {
    private static final String OPEN = """
            select a.*, t.labels,
                   exists (select 1 from alert_delivery d
                           where d.alert_id = a.id and (d.tries > 0 or d.state = 'sent')) as told
            from alert a left join tenant t on t.id = a.tenant_id
            where a.server_id = $1 and a.ended_at is null""";
    private static final String SERVING =
            "select count(*) as n from tenant where server_id = $1 and live_slot is not null";

    private final Pool pool;
    private final OwnServer server;

    OpenAlerts(Pool pool, OwnServer server) {
        this.pool = pool;
        this.server = server;
    }

    Uni<List<OpenAlert>> read() {
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(server.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OpenAlerts::alert)
                        .toList());
    }

    /** How many tenants of this server have a live slot. */
    Uni<Long> serving() {
        return pool.preparedQuery(SERVING)
                .execute(Tuple.of(server.id()))
                .map(rows -> rows.iterator().next().getLong("n"));
    }

    private static OpenAlert alert(Row row) {
        String[] labels = row.getArrayOfStrings("labels");
        return new OpenAlert(
                row.getUUID("id"),
                row.getString("key"),
                row.getString("kind"),
                Severity.of(row.getString("severity")),
                row.getUUID("tenant_id") == null
                        ? null
                        : new Finding.Subject(row.getUUID("tenant_id"), row.getString("tenant_slug"), List.of(labels)),
                row.getString("title"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getUUID("folded_into"),
                row.getBoolean("told"));
    }
}
