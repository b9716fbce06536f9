package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Tenants whose last deployment failed: over when a later one succeeds, or is cancelled by a person who knows of it. */
@Singleton
class DeploymentFindings implements AlertSource {
    private static final String FAILED = """
            select r.subject_id as tenant_id, t.slug, t.labels, t.live_slot, r.kind, r.finished_at,
                   r.failure::json ->> 'detail' as detail
            from run r join tenant t on t.id = r.subject_id
            where r.status = 'failed' and r.kind in ('deploy', 'rollback') and t.server_id = $1
              and not exists (select 1 from run later
                              where later.subject_id = r.subject_id and later.kind in ('deploy', 'rollback')
                                and later.queued_at > r.queued_at
                                and later.status in ('succeeded', 'failed', 'cancelled'))""";

    private final FindingRows rows;
    private final OwnServer server;

    DeploymentFindings(FindingRows rows, OwnServer server) {
        this.rows = rows;
        this.server = server;
    }

    @Override
    public String kind() {
        return "deployment";
    }

    @Override
    public String title() {
        return "Failed deployments";
    }

    @Override
    public List<Finding> findings(Instant now) {
        return rows.read(FAILED, server.id()).stream()
                .map(DeploymentFindings::finding)
                .toList();
    }

    private static Finding finding(Row row) {
        boolean isServed = row.getString("live_slot") != null;
        String detail = row.getString("detail");
        return new Finding(
                "deployment/" + row.getUUID("tenant_id"),
                isServed ? Severity.WARNING : Severity.CRITICAL,
                FindingRows.subject(row),
                row.getString("slug") + ": the last "
                        + ("rollback".equals(row.getString("kind")) ? "rollback" : "deployment") + " failed",
                (detail == null ? "Its steps and log say why" : detail)
                        + (isServed ? ". The release before serves" : ". No release serves"),
                FindingRows.time(row, "finished_at"));
    }
}
