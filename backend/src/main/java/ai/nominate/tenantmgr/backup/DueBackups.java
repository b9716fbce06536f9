package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.retention.DailyTimes;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Queues the backups of this server's tenants whose time has come, one for each time. After an absence only the last time counts, and
 * only for {@link #LATE}: what was missed longer ago is not made up for.
 */
@ApplicationScoped
class DueBackups {
    static final Duration LATE = Duration.ofHours(6);
    private static final Logger LOG = Logger.getLogger(DueBackups.class);
    private static final int MOST = 200;
    private static final String WITHOUT = """
            select t.id from tenant t where t.server_id = $1 and t.live_slot is not null
                and not exists (select 1 from backup_schedule s where s.tenant_id = t.id)
            order by t.id limit $2""";
    private static final String DUE = """
            select t.id from tenant t join backup_schedule s on s.tenant_id = t.id
            where t.server_id = $1 and s.next_run <= $2 order by s.next_run, t.id limit $3""";

    private final Pool pool;
    private final OwnServer server;
    private final TenantRegistry tenants;
    private final BackupQueue queue;
    private final Schedules schedules;
    private final BackupEvents events;
    private final Settings settings;
    private final Clock clock;

    DueBackups(
            Pool pool,
            OwnServer server,
            TenantRegistry tenants,
            BackupQueue queue,
            Schedules schedules,
            BackupEvents events,
            Settings settings,
            Clock clock) {
        this.pool = pool;
        this.server = server;
        this.tenants = tenants;
        this.queue = queue;
        this.schedules = schedules;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Gives the usual schedule to tenants that are live and have none, if the setting wants it. */
    void schedule(Permit permit) {
        if (!Reactive.await(() -> settings.get(BackupSettings.BY_DEFAULT))) {
            return;
        }
        for (UUID tenant : ids(WITHOUT, Tuple.of(server.id(), MOST))) {
            permit.transaction(
                    () -> tenants.lock(tenant.toString(), Actor.MANAGER).flatMap(schedules::usual));
        }
    }

    void queue(Permit permit) {
        Instant now = clock.instant();
        boolean any = false;
        for (UUID tenant : ids(DUE, Tuple.of(server.id(), now.atOffset(ZoneOffset.UTC), MOST))) {
            try {
                permit.transaction(() -> take(tenant, now));
                any = true;
            } catch (ProblemException e) {
                LOG.infof("No scheduled backup of tenant %s: %s", tenant, e.getMessage());
                permit.transaction(() -> pass(tenant, now).replaceWithVoid());
            }
        }
        if (any) {
            queue.wake();
        }
    }

    private Uni<Void> take(UUID tenant, Instant now) {
        return tenants.lock(tenant.toString(), Actor.MANAGER)
                .flatMap(found -> pass(tenant, now)
                        .flatMap(slot -> slot == null || slot.isBefore(now.minus(LATE))
                                ? Uni.createFrom().voidItem()
                                : queue.queue(found, BackupReason.SCHEDULED, slot, Actor.MANAGER)
                                        .replaceWithVoid()));
    }

    /** @return the last time that has passed; null if another look was faster */
    private Uni<Instant> pass(UUID tenant, Instant now) {
        return ScheduleRow.<ScheduleRow>findById(tenant, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .flatMap(row -> {
                    if (row == null || row.nextRun == null || row.nextRun.isAfter(now)) {
                        return Uni.createFrom().nullItem();
                    }
                    DailyTimes times = row.times();
                    Instant slot = times.last(row.nextRun, now);
                    row.lastRun = slot;
                    row.nextRun = times.next(slot);
                    return events.scheduled(tenant).replaceWith(slot);
                });
    }

    private List<UUID> ids(String sql, Tuple parameters) {
        var rows = Reactive.await(() -> pool.preparedQuery(sql).execute(parameters));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }
}
