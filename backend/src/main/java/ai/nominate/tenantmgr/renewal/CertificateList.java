package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.CertificateStates;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Pages of the certificates that sites are served with: one statement, across the tables of several packages. */
@ApplicationScoped
class CertificateList {
    private static final Map<String, String> SORTABLE =
            Map.of("notAfter", "c.not_after", "slug", "t.slug", "issuer", "c.issuer");
    private static final String PAGE = """
            select t.id, t.slug, t.name, t.domain, c.issuer, c.serial, c.names, c.origin, c.not_after, k.failures, k.mode, k.dns,
                   exists (select 1 from run r where r.subject_id = t.id and r.kind = 'renewal'
                           and r.status in ('queued', 'running')) as renews,
                   count(*) over () as total
            from site_certificate s
            join certificate c on c.id = s.certificate_id
            join tenant t on t.id = s.tenant_id
            left join tenant_certificate k on k.tenant_id = t.id
            where $1::uuid[] is null or t.id = any($1)
            order by %s %s, t.id limit $2 offset $3""";

    private final Pool pool;
    private final Clock clock;

    CertificateList(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    Uni<PageView<CertificateItem>> page(String page, String size, String sort, Actor caller) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        String wanted = fields.optional("sort", sort, CertificateList::sort);
        fields.throwIfInvalid();
        String field = wanted == null ? "notAfter" : wanted.replace("-", "");
        String sql = PAGE.formatted(SORTABLE.get(field), wanted != null && wanted.startsWith("-") ? "desc" : "asc");
        Tuple asked = Tuple.tuple()
                .addArrayOfUUID(
                        caller.tenants().map(seen -> seen.toArray(UUID[]::new)).orElse(null))
                .addInteger(request.size())
                .addLong(request.offset());
        Instant now = clock.instant();
        return pool.preparedQuery(sql).execute(asked).map(rows -> {
            List<CertificateItem> items = StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> item(row, now))
                    .toList();
            long total = rows.size() == 0 ? 0 : rows.iterator().next().getLong("total");
            return PageView.of(items, request, total);
        });
    }

    private static String sort(String text) {
        if (!SORTABLE.containsKey(text.startsWith("-") ? text.substring(1) : text)) {
            throw new InvalidValue("must be notAfter, slug or issuer, prefixed with - for descending order");
        }
        return text;
    }

    private static CertificateItem item(Row row, Instant now) {
        Instant notAfter = row.getOffsetDateTime("not_after").toInstant();
        boolean isOwn = "own".equals(row.getString("mode"));
        Integer failures = row.getInteger("failures");
        boolean waits = !isOwn
                && CertificateStates.findings(row.getString("dns")).stream().anyMatch(name -> !name.pointsHere());
        return new CertificateItem(
                row.getUUID("id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("domain"),
                row.getString("issuer"),
                row.getString("serial"),
                Arrays.asList(row.getArrayOfStrings("names")),
                row.getString("origin"),
                notAfter,
                CertificateState.of(
                                notAfter,
                                !isOwn && failures != null && failures > 0,
                                waits,
                                row.getBoolean("renews"),
                                now)
                        .id());
    }
}
