package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.settings.Settings;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The disk of the machine, from its samples. Tenants that run out of their own are found by their health checks. */
@Singleton
class DiskFindings implements AlertSource {
    private static final String LATEST = """
            select s.name, m.at, m.disk_used_bytes as used, m.disk_total_bytes as total
            from machine_sample m join server s on s.id = m.server_id
            where m.server_id = $1 and m.at > $2 order by m.at desc limit 1""";
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int NEARLY_FULL = 97;

    private final FindingRows rows;
    private final Settings settings;
    private final OwnServer server;

    DiskFindings(FindingRows rows, Settings settings, OwnServer server) {
        this.rows = rows;
        this.settings = settings;
        this.server = server;
    }

    @Override
    public String kind() {
        return "disk";
    }

    @Override
    public String title() {
        return "Disk of the machine";
    }

    @Override
    public List<Finding> findings(Instant now) {
        List<Row> latest = rows.read(LATEST, server.id(), now.minus(RECENT).atOffset(ZoneOffset.UTC));
        if (latest.isEmpty()) {
            throw new IllegalStateException("the machine has no sample of the last ten minutes");
        }
        int most = Reactive.await(() -> settings.get(AlertSettings.DISK_PERCENT));
        Row row = latest.getFirst();
        long percent = row.getLong("used") * 100 / Math.max(1, row.getLong("total"));
        return percent < most ? List.of() : List.of(finding(row, percent));
    }

    private Finding finding(Row row, long percent) {
        long free = (row.getLong("total") - row.getLong("used")) >> 20;
        return new Finding(
                "disk/" + server.id(),
                percent >= NEARLY_FULL ? Severity.CRITICAL : Severity.WARNING,
                null,
                row.getString("name") + ": the disk is " + percent + " % full",
                free + " MiB are free. Deployments and the database need some",
                FindingRows.time(row, "at"));
    }
}
