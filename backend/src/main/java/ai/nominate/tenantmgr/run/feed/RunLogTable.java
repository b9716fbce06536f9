package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.run.engine.RunLogSize;
import ai.nominate.tenantmgr.run.engine.RunLogStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of log lines: appended by the one fenced writer of a run, read by its followers. */
@ApplicationScoped
public class RunLogTable implements RunLogStore {
    private static final String SIZE = """
            select coalesce(max(seq), 0) as lines, coalesce(sum(octet_length(text)), 0)::bigint as bytes
            from run_log where run_id = $1""";
    private static final String APPEND = """
            insert into run_log (run_id, seq, at, step, stream, level, text)
            select d.id, l.seq, l.at, l.step, l.stream, l.level, l.text
            from (select id from run where id = $1 and epoch = $2 for key share) d,
                 unnest($3::bigint[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[])
                     as l (seq, at, step, stream, level, text)
            on conflict (run_id, seq) do nothing""";
    /** The sum before a line decides, so that one line is always read. The lengths are known without reading the texts. */
    private static final String READ = """
            select seq, at, step, stream, level, text, seq = last as is_last from (
                select l.*, sum(octet_length(text)) over (order by seq) - octet_length(text) as before,
                       max(seq) over () as last
                from (select * from run_log where run_id = $1 and seq > $2 order by seq limit $3) l) page
            where before < $4 order by seq""";

    private static final String TAIL = """
            select * from (
                select seq, at, step, stream, level, text,
                       sum(octet_length(text)) over (order by seq desc) - octet_length(text) as after
                from (select * from run_log where run_id = $1 order by seq desc limit $2) l) newest
            where after < $3 order by seq""";
    private static final int TAIL_BYTES = 64 << 10;

    private final Pool pool;

    RunLogTable(Pool pool) {
        this.pool = pool;
    }

    @Override
    public boolean append(UUID run, long epoch, List<LogLine> lines) {
        return Reactive.await(() -> insert(run, epoch, lines));
    }

    private Uni<Boolean> insert(UUID run, long epoch, List<LogLine> lines) {
        Tuple tuple = Tuple.tuple()
                .addUUID(run)
                .addLong(epoch)
                .addArrayOfLong(lines.stream().map(LogLine::seq).toArray(Long[]::new))
                .addArrayOfOffsetDateTime(lines.stream()
                        .map(line -> line.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(lines.stream().map(LogLine::step).toArray(String[]::new))
                .addArrayOfString(lines.stream().map(LogLine::stream).toArray(String[]::new))
                .addArrayOfString(lines.stream().map(LogLine::level).toArray(String[]::new))
                .addArrayOfString(lines.stream().map(LogLine::text).toArray(String[]::new));
        return pool.preparedQuery(APPEND)
                .execute(tuple)
                .flatMap(rows -> rows.rowCount() > 0 ? Uni.createFrom().item(true) : owns(run, epoch));
    }

    /** Zero rows can mean an outdated epoch, or a repeated batch that was already stored. */
    private Uni<Boolean> owns(UUID run, long epoch) {
        return pool.preparedQuery("select 1 from run where id = $1 and epoch = $2")
                .execute(Tuple.of(run, epoch))
                .map(rows -> rows.size() == 1);
    }

    @Override
    public RunLogSize size(UUID run) {
        return Reactive.await(() -> pool.preparedQuery(SIZE)
                .execute(Tuple.of(run))
                .map(rows -> rows.iterator().next())
                .map(row -> new RunLogSize(row.getLong("lines"), row.getLong("bytes"))));
    }

    /**
     * The lines that follow a number.
     *
     * @param limit at most so many lines, from 1
     * @param bytes the last line is the one with which the texts reach this sum
     */
    Uni<Chunk<LogLine>> after(UUID run, long seq, int limit, int bytes) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(run, seq, limit, bytes))
                .map(rows -> chunk(rows, limit));
    }

    private static Chunk<LogLine> chunk(RowSet<Row> rows, int limit) {
        boolean isCut = rows.size() > 0
                && StreamSupport.stream(rows.spliterator(), false).noneMatch(row -> row.getBoolean("is_last"));
        return new Chunk<>(lines(rows), isCut || rows.size() == limit);
    }

    /** The last lines, with at most some 64 KiB of text. */
    public Uni<List<LogLine>> tail(UUID run, int count) {
        return pool.preparedQuery(TAIL)
                .execute(Tuple.of(run, count, TAIL_BYTES))
                .map(RunLogTable::lines);
    }

    private static List<LogLine> lines(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RunLogTable::line)
                .toList();
    }

    private static LogLine line(Row row) {
        return new LogLine(
                row.getLong("seq"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("step"),
                row.getString("stream"),
                row.getString("level"),
                row.getString("text"));
    }
}
