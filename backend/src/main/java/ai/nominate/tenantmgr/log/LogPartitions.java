package ai.nominate.tenantmgr.log;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** The days of the log, each a table of its own: made when they are needed or before, dropped as a whole. */
@Singleton
class LogPartitions {
    private static final String PREFIX = "log_entry_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String NAMES = """
            select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'log_entry'::regclass order by 1""";
    /** A reader may hold the table for as long as its statement takes. */
    private static final String SOON = "set local lock_timeout = '3s'";

    private final Pool pool;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    LogPartitions(Pool pool) {
        this.pool = pool;
    }

    /** Makes those days that do not exist. */
    Uni<Void> ensure(Collection<LocalDate> days) {
        List<LocalDate> missing =
                days.stream().filter(day -> !known.contains(day)).toList();
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(missing)
                        .onItem()
                        .transformToUniAndConcatenate(this::make)
                        .collect()
                        .last()
                        .replaceWithVoid();
    }

    /** With the lock of the writers, because two managers may do it at once. */
    private Uni<Void> make(LocalDate day) {
        String sql =
                "create table if not exists %s partition of log_entry for values from ('%s 00:00Z') to ('%s 00:00Z')"
                        .formatted(name(day), day, day.plusDays(1));
        return change(sql).invoke(() -> known.add(day));
    }

    /** Drops the days before this one; returns how many. */
    Uni<Integer> dropBefore(LocalDate first) {
        return pool.query(NAMES)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LogPartitions::day)
                        .filter(day -> day.isBefore(first))
                        .toList())
                .flatMap(old -> Multi.createFrom()
                        .iterable(old)
                        .onItem()
                        .transformToUniAndConcatenate(day ->
                                change("drop table if exists " + name(day)).invoke(() -> known.remove(day)))
                        .collect()
                        .last()
                        .replaceWith(old.size()));
    }

    private Uni<Void> change(String sql) {
        return pool.withTransaction(connection -> connection
                .query(SOON)
                .execute()
                .chain(() -> connection.query(LogTable.LOCK).execute())
                .chain(() -> connection.query(sql).execute())
                .replaceWithVoid());
    }

    private static String name(LocalDate day) {
        return PREFIX + DAY.format(day);
    }

    private static LocalDate day(Row row) {
        return LocalDate.parse(row.getString("name").substring(PREFIX.length()), DAY);
    }
}
