package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.job.Reactive;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The last good answers of applications. A tenant that was deleted meanwhile gets none. Blocks. */
@ApplicationScoped
class RemoteTable {
    private static final String FIND = "select * from remote_answer where tenant_id = $1 and kind = $2";
    private static final String ANSWERED = """
            insert into remote_answer (tenant_id, kind, value, answered_at)
            select id, $2, $3, $4 from tenant where id = $1
            on conflict (tenant_id, kind) do update set value = excluded.value, answered_at = excluded.answered_at,
                failure_code = null, failure_title = null, failure_detail = null, failed_at = null""";
    private static final String FAILED = """
            insert into remote_answer (tenant_id, kind, failure_code, failure_title, failure_detail, failed_at)
            select id, $2, $3, $4, $5, $6 from tenant where id = $1
            on conflict (tenant_id, kind) do update set failure_code = excluded.failure_code,
                failure_title = excluded.failure_title, failure_detail = excluded.failure_detail,
                failed_at = excluded.failed_at""";

    private final Pool pool;

    RemoteTable(Pool pool) {
        this.pool = pool;
    }

    /** {@link Remembered#NOTHING} if it was never asked. */
    Remembered find(UUID tenant, Wanted wanted) {
        var rows = Reactive.await(() -> pool.preparedQuery(FIND).execute(Tuple.of(tenant, kind(wanted))))
                .iterator();
        return rows.hasNext() ? remembered(rows.next()) : Remembered.NOTHING;
    }

    Remembered answered(UUID tenant, Wanted wanted, String value, Instant at) {
        write(ANSWERED, Tuple.of(tenant, kind(wanted), value, at(at)));
        return new Remembered(value, at, null);
    }

    Remembered failed(UUID tenant, Wanted wanted, Remembered before, RemoteFailureView failure) {
        Tuple values = Tuple.of(tenant, kind(wanted), failure.code(), failure.title(), failure.detail());
        write(FAILED, values.addOffsetDateTime(at(failure.at())));
        return new Remembered(before.value(), before.at(), failure);
    }

    private void write(String sql, Tuple values) {
        Reactive.await(() -> pool.preparedQuery(sql).execute(values));
    }

    private static Remembered remembered(Row row) {
        Instant failedAt = time(row, "failed_at");
        RemoteFailureView failure = failedAt == null
                ? null
                : new RemoteFailureView(
                        row.getString("failure_code"),
                        row.getString("failure_title"),
                        row.getString("failure_detail"),
                        failedAt);
        return new Remembered(row.getString("value"), time(row, "answered_at"), failure);
    }

    private static String kind(Wanted wanted) {
        return wanted.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
