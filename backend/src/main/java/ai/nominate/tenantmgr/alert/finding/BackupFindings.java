package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tenants whose newest backup failed, and those whose newest proof did: what it found is not to be restored. Over with the next one
 * that succeeds. A backup that was not even begun is a schedule that was not followed.
 */
@Singleton
class BackupFindings implements AlertSource {
    private static final String FAILED = """
            select b.tenant_id, t.slug, t.labels, b.error as detail, b.finished_at as began
            from backup b join tenant t on t.id = b.tenant_id
            where b.state = 'failed' and t.server_id = $1
              and not exists (select 1 from backup later
                              where later.tenant_id = b.tenant_id and later.created_at > b.created_at
                                and later.state in ('complete', 'failed'))""";

    private static final String UNPROVEN = """
            select p.tenant_id, t.slug, t.labels, p.proof_reason as detail, p.proof_at as began
            from (select distinct on (tenant_id) tenant_id, proof_verdict, proof_reason, proof_at
                  from backup where proof_at is not null order by tenant_id, proof_at desc) p
            join tenant t on t.id = p.tenant_id
            where p.proof_verdict = 'failed' and t.server_id = $1""";

    private final FindingRows rows;
    private final OwnServer server;

    BackupFindings(FindingRows rows, OwnServer server) {
        this.rows = rows;
        this.server = server;
    }

    @Override
    public String kind() {
        return "backup";
    }

    @Override
    public String title() {
        return "Failed backups and proofs";
    }

    @Override
    public List<Finding> findings(Instant now) {
        return Stream.concat(
                        rows.read(FAILED, server.id()).stream()
                                .map(row -> finding("backup/", Severity.WARNING, "the last backup failed", row)),
                        rows.read(UNPROVEN, server.id()).stream()
                                .map(row ->
                                        finding("proof/", Severity.CRITICAL, "its backup could not be restored", row)))
                .toList();
    }

    private static Finding finding(String key, Severity severity, String what, Row row) {
        String detail = row.getString("detail");
        return new Finding(
                key + row.getUUID("tenant_id"),
                severity,
                FindingRows.subject(row),
                row.getString("slug") + ": " + what,
                detail == null ? "The log of its run says why" : detail,
                FindingRows.time(row, "began"));
    }
}
