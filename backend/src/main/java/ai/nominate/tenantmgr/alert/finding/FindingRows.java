package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.job.Reactive;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the rows of other packages, and changes none. Blocks. */
@ApplicationScoped
class FindingRows {
    private final Pool pool;

    FindingRows(Pool pool) {
        this.pool = pool;
    }

    List<Row> read(String sql, Object... parameters) {
        return Reactive.await(() -> pool.preparedQuery(sql)
                .execute(Tuple.from(Arrays.asList(parameters)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList()));
    }

    /** From the columns {@code tenant_id}, {@code slug} and {@code labels}. */
    static Finding.Subject subject(Row row) {
        return new Finding.Subject(
                row.getUUID("tenant_id"), row.getString("slug"), List.of(row.getArrayOfStrings("labels")));
    }

    static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
