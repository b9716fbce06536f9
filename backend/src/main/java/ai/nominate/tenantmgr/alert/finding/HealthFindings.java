package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Open incidents of health checks, but those of certificates, which have a source of their own, and those of tenants in maintenance by
 * hand.
 */
@Singleton
class HealthFindings implements AlertSource {
    public static final String KIND = "health";

    private static final String OPEN = """
            select i.tenant_id, t.slug, t.labels, i.kind, i.health, i.began_at, i.cause
            from health_incident i join tenant t on t.id = i.tenant_id
            where i.ended_at is null and i.kind <> 'certificate' and t.server_id = $1 and t.live_slot is not null
              and not exists (select 1 from tenant_maintenance m where m.tenant_id = t.id)""";

    private final FindingRows rows;
    private final OwnServer server;

    HealthFindings(FindingRows rows, OwnServer server) {
        this.rows = rows;
        this.server = server;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "Health of tenants";
    }

    @Override
    public List<Finding> findings(Instant now) {
        return rows.read(OPEN, server.id()).stream()
                .map(HealthFindings::finding)
                .toList();
    }

    private static Finding finding(Row row) {
        boolean isDown = "unhealthy".equals(row.getString("health"));
        String kind = row.getString("kind");
        return new Finding(
                "health/" + row.getUUID("tenant_id") + "/" + kind,
                isDown ? Severity.CRITICAL : Severity.WARNING,
                FindingRows.subject(row),
                row.getString("slug") + ": " + name(kind) + (isDown ? " fails" : " warns"),
                row.getString("cause"),
                FindingRows.time(row, "began_at"));
    }

    private static String name(String kind) {
        return switch (kind) {
            case "frontend" -> "the check of its site";
            case "backend" -> "the check of its backend";
            case "service" -> "the check of its services";
            case "database" -> "the check of its database";
            default -> "the check of its " + kind;
        };
    }
}
