package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.kernel.OwnServer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Served certificates that end soon: they should have been renewed by then, with a third of their life left. */
@Singleton
class CertificateFindings implements AlertSource {
    private static final String SERVED = """
            select t.id as tenant_id, t.slug, t.labels, c.not_before, c.not_after
            from certificate c
            join site_certificate served on served.certificate_id = c.id
            join tenant t on t.id = served.tenant_id and t.live_slot is not null
            where t.server_id = $1 and c.not_after < $2::timestamptz + interval '30 days'
            order by c.not_after""";
    private static final Duration SOON = Duration.ofDays(14);
    private static final Duration AT_ONCE = Duration.ofDays(3);

    private final FindingRows rows;
    private final OwnServer server;

    CertificateFindings(FindingRows rows, OwnServer server) {
        this.rows = rows;
        this.server = server;
    }

    @Override
    public String kind() {
        return "certificate";
    }

    @Override
    public String title() {
        return "Certificates that end soon";
    }

    @Override
    public List<Finding> findings(Instant now) {
        return rows.read(SERVED, server.id(), now.atOffset(java.time.ZoneOffset.UTC)).stream()
                .flatMap(row -> finding(row, now).stream())
                .collect(java.util.stream.Collectors.toMap(Finding::key, one -> one, (first, later) -> first))
                .values()
                .stream()
                .toList();
    }

    private static Optional<Finding> finding(Row row, Instant now) {
        Instant end = FindingRows.time(row, "not_after");
        return severity(FindingRows.time(row, "not_before"), end, now)
                .map(severity -> new Finding(
                        "certificate/" + row.getUUID("tenant_id"),
                        severity,
                        FindingRows.subject(row),
                        row.getString("slug") + ": its certificate " + (end.isAfter(now) ? "ends soon" : "has ended"),
                        "It " + (end.isAfter(now) ? "ends" : "ended") + " at " + end.truncatedTo(ChronoUnit.SECONDS)
                                + " and was not renewed",
                        now));
    }

    /** A fifth of its life before its end, two weeks at most; critical with a twentieth left, three days at most. */
    static Optional<Severity> severity(Instant begin, Instant end, Instant now) {
        Duration life = Duration.between(begin, end);
        if (now.isAfter(end.minus(shorter(AT_ONCE, life.dividedBy(20))))) {
            return Optional.of(Severity.CRITICAL);
        }
        return now.isAfter(end.minus(shorter(SOON, life.dividedBy(5))))
                ? Optional.of(Severity.WARNING)
                : Optional.empty();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
