package ai.nominate.tenantmgr.backup.overview;

import ai.nominate.tenantmgr.backup.BackupSettings;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
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

/** The backups of all tenants that a caller may see, one line for each tenant. */
@ApplicationScoped
class BackupOverview {
    /** Deleted tenants are those that have backups and no row. */
    private static final String TENANTS = """
            with latest as (
                select distinct on (tenant_id) tenant_id, slug, state, created_at from backup
                order by tenant_id, created_at desc, id desc
            ), proven as (
                select distinct on (tenant_id) tenant_id, id, proof_at from backup
                where proof_verdict = 'proven' and state = 'complete' order by tenant_id, created_at desc, id desc
            ), summed as (
                select tenant_id, count(*) as backups, coalesce(sum(bytes), 0)::bigint as bytes from backup
                where state = 'complete' group by tenant_id
            ), line as (
                select coalesce(t.id, l.tenant_id) as tenant_id, coalesce(t.slug, l.slug) as slug, t.name,
                    t.id is null as deleted, t.live_slot is not null as live, coalesce(s.backups, 0) as backups,
                    coalesce(s.bytes, 0) as bytes, l.created_at as newest_at, l.state as newest_state,
                    p.proof_at as proven_at, p.id as proven_id, coalesce(c.enabled, false) as scheduled, c.next_run
                from tenant t full join latest l on l.tenant_id = t.id
                left join proven p on p.tenant_id = coalesce(t.id, l.tenant_id)
                left join summed s on s.tenant_id = coalesce(t.id, l.tenant_id)
                left join backup_schedule c on c.tenant_id = t.id
                where $1::uuid[] is null or coalesce(t.id, l.tenant_id) = any($1)
            )
            """;

    private static final String PAGE = TENANTS + """
            select *, count(*) over () as total from line
            where ($2 = '' or position($2 in slug) > 0 or position(lower($2) in lower(coalesce(name, ''))) > 0)
                and ($3 = 'true' or deleted = ($3 = 'only'))
            order by %s limit $4 offset $5""";
    private static final String SUMMARY = TENANTS + """
            select count(*) filter (where live) as tenants, count(*) filter (where live and proven_at is not null) as proven,
                count(*) filter (where newest_state = 'failed') as failed, coalesce(sum(bytes), 0)::bigint as bytes,
                count(*) filter (where newest_state = 'running') as running,
                min(proven_at) filter (where live) as oldest from line""";

    private final Pool pool;
    private final Settings settings;
    private final Home home;

    BackupOverview(Pool pool, Settings settings, Home home) {
        this.pool = pool;
        this.settings = settings;
        this.home = home;
    }

    Uni<PageView<BackedUpTenant>> page(
            String page, String size, String search, String deleted, String sort, Actor actor) {
        Fields fields = new Fields();
        String order = fields.optional("sort", sort == null ? "unproven" : sort, BackupOverview::order);
        fields.throwIfInvalid();
        PageRequest wanted = PageRequest.of(page, size);
        Tuple parameters = Tuple.tuple()
                .addValue(visible(actor))
                .addValue(search == null ? "" : search.strip())
                .addValue(deleted == null ? "" : deleted)
                .addValue(wanted.size())
                .addValue(wanted.offset());
        return pool.preparedQuery(PAGE.formatted(order)).execute(parameters).map(rows -> {
            List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
            long total = found.isEmpty() ? 0 : found.getFirst().getLong("total");
            return PageView.of(found.stream().map(BackupOverview::line).toList(), wanted, total);
        });
    }

    Uni<BackupSummary> summary(Actor actor) {
        Tuple visible = Tuple.tuple().addValue(visible(actor));
        return settings.get(BackupSettings.STORAGE)
                .flatMap(storage -> pool.preparedQuery(SUMMARY)
                        .execute(visible)
                        .map(rows -> summary(rows.iterator().next(), storage)));
    }

    private BackupSummary summary(Row row, String storage) {
        long tenants = row.getLong("tenants");
        long proven = row.getLong("proven");
        return new BackupSummary(
                tenants,
                proven,
                tenants - proven,
                row.getLong("failed"),
                row.getLong("running"),
                row.getLong("bytes"),
                storage,
                storage.equals("local") ? home.root().toFile().getUsableSpace() : null,
                instant(row, "oldest"));
    }

    private static UUID[] visible(Actor actor) {
        return actor.tenants().map(ids -> ids.toArray(UUID[]::new)).orElse(null);
    }

    private static String order(String text) {
        return switch (text) {
            case "unproven" -> "proven_at nulls first, slug, tenant_id";
            case "slug" -> "slug, tenant_id";
            case "-slug" -> "slug desc, tenant_id";
            default -> throw new InvalidValue("must be unproven, slug or -slug");
        };
    }

    private static BackedUpTenant line(Row row) {
        return new BackedUpTenant(
                row.getUUID("tenant_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getBoolean("deleted"),
                row.getLong("backups"),
                row.getLong("bytes"),
                instant(row, "newest_at"),
                row.getString("newest_state"),
                instant(row, "proven_at"),
                row.getUUID("proven_id"),
                row.getBoolean("scheduled"),
                instant(row, "next_run"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
