package ai.nominate.tenantmgr.log;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Pages of filtered entries, both ways from a number. A page looks at no more than 20,000 entries, so that a search for what is rare
 * takes many short statements and not one long one; its ends are numbers, which stay true while entries come and days go.
 */
@Singleton
class LogPages {
    private static final int LOOKED_AT = 20_000;
    private static final int MOST_BYTES = 512 << 10;
    private static final String PAGE = """
            with looked as materialized (select * from log_entry where seq %1$s $1%2$s order by seq %3$s limit $2),
                 found as (select * from looked where true%4$s order by seq %3$s limit $3)
            select e.low, e.high, e.looked, (select coalesce(max(seq), 0) from log_entry) as newest, f.*
            from (select min(seq) as low, max(seq) as high, count(*) as looked from looked) e
                left join found f on true order by f.seq %3$s""";

    private final Pool pool;

    LogPages(Pool pool) {
        this.pool = pool;
    }

    /** The entries before a number, the newest of them. */
    Uni<LogEntryPage> before(long seq, int limit, LogFilter filter) {
        return read("<", "desc", seq, limit, filter).map(read -> {
            List<LogEntry> items = new ArrayList<>(read.entries());
            Collections.reverse(items);
            long first = read.isFull() ? items.getFirst().seq() : read.low();
            boolean isMore = read.isFull() || read.isCut();
            long newer = seq == Long.MAX_VALUE ? read.newest() : seq - 1;
            return new LogEntryPage(items, isMore ? first : null, newer);
        });
    }

    /** The entries after a number, the oldest of them. */
    Uni<LogEntryPage> after(long seq, int limit, LogFilter filter) {
        return read(">", "asc", seq, limit, filter).map(read -> {
            long looked = read.isCut() ? read.high() : Math.max(seq, read.newest());
            long last = read.isFull() ? read.entries().getLast().seq() : looked;
            return new LogEntryPage(read.entries(), seq + 1, last);
        });
    }

    /**
     * @param isFull whether there may be more entries within what was looked at
     * @param isCut whether not everything was looked at
     * @param newest the number of the newest entry there is
     */
    private record Read(List<LogEntry> entries, boolean isFull, boolean isCut, long low, long high, long newest) {}

    private Uni<Read> read(String than, String order, long seq, int limit, LogFilter filter) {
        List<Object> parameters = new ArrayList<>(List.of(seq, LOOKED_AT, limit));
        String sql = PAGE.formatted(than, filter.range(parameters), order, filter.condition(parameters));
        return pool.preparedQuery(sql).execute(Tuple.tuple(parameters)).map(rows -> read(rows, limit));
    }

    private static Read read(RowSet<Row> rows, int limit) {
        List<LogEntry> entries = new ArrayList<>();
        int bytes = 0;
        for (Row row : rows) {
            if (row.getLong("seq") == null) {
                break;
            }
            entries.add(LogTable.entry(row));
            bytes += entries.getLast().bytes();
            if (bytes > MOST_BYTES) {
                break;
            }
        }
        Row edge = rows.iterator().next();
        boolean isFull = !entries.isEmpty() && (entries.size() == limit || bytes > MOST_BYTES);
        boolean isCut = edge.getLong("looked") == LOOKED_AT;
        return new Read(entries, isFull, isCut, number(edge, "low"), number(edge, "high"), edge.getLong("newest"));
    }

    private static long number(Row row, String name) {
        Long number = row.getLong(name);
        return number == null ? 0 : number;
    }
}
