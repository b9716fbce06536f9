package ai.nominate.tenantmgr.series;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The days of a table, each a table of its own: made when they are needed or before, dropped as a whole. */
public final class DayPartitions {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String NAMES = """
            select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = '%s'::regclass order by 1""";
    /** A reader may hold the table for as long as its statement takes; two managers may make the same day at once. */
    private static final List<String> ALONE =
            List.of("set local lock_timeout = '3s'", "select pg_advisory_xact_lock(1702257006, 3)");

    private final Pool pool;
    private final String table;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    /** @param table partitioned by a range of times; its days are called like it, with the date behind */
    public DayPartitions(Pool pool, String table) {
        this.pool = pool;
        this.table = table;
    }

    /** Makes those days that do not exist. */
    public Uni<Void> ensure(Collection<LocalDate> days) {
        return each(days.stream().filter(day -> !known.contains(day)).toList(), this::make);
    }

    private Uni<Void> make(LocalDate day) {
        String sql = "create table if not exists %s partition of %s for values from ('%s 00:00Z') to ('%s 00:00Z')"
                .formatted(name(day), table, day, day.plusDays(1));
        return change(sql).invoke(() -> known.add(day));
    }

    /** Drops the days before this one; returns how many. */
    public Uni<Integer> dropBefore(LocalDate first) {
        return pool.query(NAMES.formatted(table))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> LocalDate.parse(row.getString("name").substring(table.length() + 1), DAY))
                        .filter(day -> day.isBefore(first))
                        .toList())
                .flatMap(old -> each(
                                old,
                                day -> change("drop table if exists " + name(day))
                                        .invoke(() -> known.remove(day)))
                        .replaceWith(old.size()));
    }

    private static Uni<Void> each(List<LocalDate> days, java.util.function.Function<LocalDate, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(days)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> change(String sql) {
        return pool.withTransaction(connection -> connection
                .query(ALONE.getFirst())
                .execute()
                .chain(() -> connection.query(ALONE.getLast()).execute())
                .chain(() -> connection.query(sql).execute())
                .replaceWithVoid());
    }

    private String name(LocalDate day) {
        return table + "_" + DAY.format(day);
    }
}
