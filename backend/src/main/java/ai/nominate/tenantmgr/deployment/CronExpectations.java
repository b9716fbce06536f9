package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.manifest.CronSpec;
import ai.nominate.tenantmgr.schedule.Expectation;
import ai.nominate.tenantmgr.schedule.ScheduleSource;
import ai.nominate.tenantmgr.schedule.ScheduleState;
import ai.nominate.tenantmgr.schedule.ScheduleState.LastRuns;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which scheduled commands of tenants are expected, so that one that did not run is noticed: also one whose time passed while no
 * manager held the lease, and which is not made up for. A tenant in maintenance or stopped expects none.
 */
@ApplicationScoped
class CronExpectations implements ScheduleSource {
    private static final Duration GRACE = Duration.ofMinutes(5);
    /** A run ends shortly after its command was cut off. */
    private static final Duration END = Duration.ofMinutes(2);

    private static final Duration RECENT = Duration.ofSeconds(20);
    private static final String LAST = """
            select distinct on (r.subject_id, d.change) r.subject_id, d.change, r.status, r.queued_at, r.finished_at
            from run r join deployment d on d.id = r.id
            where r.kind = 'cron' and r.server_id = $1 and r.subject_id is not null
            order by r.subject_id, d.change, r.queued_at desc""";
    private static final String LIVE = """
            select t.id, (select max(r.finished_at) from run r
                          where r.subject_id = t.id and r.exclusive and r.status = 'succeeded') as since
            from tenant t where t.id = any($1)""";

    private final Pool pool;
    private final OwnServer server;
    private Map<String, Expected> expected = Map.of();
    private boolean isFirst = true;
    private List<ScheduleState> states = List.of();
    private Instant readAt = Instant.MIN;

    CronExpectations(Pool pool, OwnServer server) {
        this.pool = pool;
        this.server = server;
    }

    /** @param from runs are expected after it; null if since the tenant serves */
    private record Expected(TenantSnapshot tenant, CronSpec entry, ZoneId zone, Instant from) {}

    /** A command whose runs are expected now. */
    record Entry(TenantSnapshot tenant, CronSpec spec, ZoneId zone) {
        String key() {
            return "cron/" + tenant.id() + "/" + spec.id();
        }
    }

    /** Those of all tenants that serve. One that is new is expected from now on, unless the manager has just begun. */
    synchronized void replace(List<Entry> entries, Instant now) {
        Map<String, Expected> fresh = new HashMap<>();
        for (Entry entry : entries) {
            Expected before = expected.get(entry.key());
            Instant from = before != null ? before.from() : isFirst ? null : now;
            fresh.put(entry.key(), new Expected(entry.tenant(), entry.spec(), entry.zone(), from));
        }
        expected = fresh;
        isFirst = false;
    }

    /** The manager has no lease: another one notices what is missed. */
    synchronized void forget() {
        expected = Map.of();
        isFirst = true;
    }

    @Override
    public synchronized List<ScheduleState> states(Instant now) {
        if (expected.isEmpty()) {
            return List.of();
        }
        if (!now.isBefore(readAt.plus(RECENT)) || now.isBefore(readAt)) {
            states = read(now);
            readAt = now;
        }
        return states;
    }

    private List<ScheduleState> read(Instant now) {
        Map<String, Row> last = new HashMap<>();
        Reactive.await(() -> pool.preparedQuery(LAST).execute(Tuple.of(server.id())))
                .forEach(row -> last.put("cron/" + row.getUUID("subject_id") + "/" + row.getString("change"), row));
        Map<UUID, Instant> live = new HashMap<>();
        UUID[] ids = expected.values().stream()
                .map(each -> each.tenant().id())
                .distinct()
                .toArray(UUID[]::new);
        Reactive.await(() -> pool.preparedQuery(LIVE).execute(Tuple.tuple().addArrayOfUUID(ids)))
                .forEach(row -> live.put(row.getUUID("id"), time(row, "since")));
        return expected.entrySet().stream()
                .map(each -> state(
                        each.getKey(),
                        each.getValue(),
                        Optional.ofNullable(last.get(each.getKey())),
                        live.get(each.getValue().tenant().id()),
                        now))
                .toList();
    }

    private static ScheduleState state(String id, Expected expected, Optional<Row> row, Instant live, Instant now) {
        Instant queued = row.map(one -> time(one, "queued_at")).orElse(null);
        Instant ended = row.map(one -> time(one, "finished_at")).orElse(null);
        boolean hasFailed =
                row.filter(one -> "failed".equals(one.getString("status"))).isPresent();
        LastRuns last = new LastRuns(
                queued,
                ended,
                queued == null || ended == null ? null : Duration.between(queued, ended),
                hasFailed ? "its log says why" : null);
        Instant from = Stream.of(queued, ended, expected.from() == null ? live : expected.from())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(now);
        return new ScheduleState(
                id,
                "Scheduled command " + expected.entry().id(),
                expected.tenant().id(),
                expected.tenant().slug().value(),
                expected.tenant().notes().labelTexts(),
                last,
                next(expected, from),
                next(expected, now),
                new Expectation(GRACE, Duration.ZERO, expected.entry().timeout().plus(END)));
    }

    private static Instant next(Expected expected, Instant after) {
        return expected.entry()
                .schedule()
                .next(after.atZone(expected.zone()))
                .map(ZonedDateTime::toInstant)
                .orElse(null);
    }

    private static Instant time(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
