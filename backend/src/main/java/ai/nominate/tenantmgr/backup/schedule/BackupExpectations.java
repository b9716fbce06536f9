package ai.nominate.tenantmgr.backup.schedule;

import ai.nominate.tenantmgr.backup.retention.DailyTimes;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.schedule.Expectation;
import ai.nominate.tenantmgr.schedule.ScheduleSource;
import ai.nominate.tenantmgr.schedule.ScheduleState;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The scheduled backups of live tenants: a time for which there is no backup, whatever the reason, is a run that was missed. */
@ApplicationScoped
class BackupExpectations implements ScheduleSource {
    private static final Expectation EXPECTED =
            new Expectation(Duration.ofHours(1), Duration.ZERO, Duration.ofHours(12));
    private static final String SCHEDULES = """
            select t.id, t.slug, t.labels, s.at, s.days, s.zone, s.changed_at, b.slot_at, b.created_at, b.finished_at, b.error
            from backup_schedule s join tenant t on t.id = s.tenant_id
            left join lateral (select slot_at, created_at, finished_at, error from backup
                               where tenant_id = t.id and slot_at is not null order by slot_at desc limit 1) b on true
            where s.enabled and t.server_id = $1 and t.live_slot is not null""";

    private final Pool pool;
    private final OwnServer server;

    BackupExpectations(Pool pool, OwnServer server) {
        this.pool = pool;
        this.server = server;
    }

    @Override
    public List<ScheduleState> states(Instant now) {
        var rows = Reactive.await(() -> pool.preparedQuery(SCHEDULES).execute(Tuple.of(server.id())));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> state(row, now))
                .toList();
    }

    private static ScheduleState state(Row row, Instant now) {
        DailyTimes times = new DailyTimes(
                LocalTime.parse(row.getString("at")), days(row.getString("days")), ZoneId.of(row.getString("zone")));
        Instant changed = time(row, "changed_at");
        Instant slot = time(row, "slot_at");
        Instant began = time(row, "created_at");
        Instant ended = time(row, "finished_at");
        return new ScheduleState(
                "backup/" + row.getUUID("id"),
                "Backup",
                row.getUUID("id"),
                row.getString("slug"),
                List.of(row.getArrayOfStrings("labels")),
                new ScheduleState.LastRuns(
                        began, ended, ended == null ? null : Duration.between(began, ended), row.getString("error")),
                times.next(slot == null || slot.isBefore(changed) ? changed : slot),
                times.next(now),
                EXPECTED);
    }

    private static Set<Integer> days(String numbers) {
        return numbers == null
                ? Set.of()
                : Arrays.stream(numbers.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
