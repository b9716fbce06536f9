package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.nginx.NginxLogs;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Counts the requests of each minute soon after it has passed, while this manager holds the lease of its server, and keeps the log small.
 * NGINX never waits for it: it writes on whether or not anybody reads.
 */
@ApplicationScoped
class TrafficDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(TrafficDuty.class);

    private final NginxLogs nginx;
    private final TrafficLog log;
    private final TrafficTable table;
    private final TrafficDays days;
    private final Clock clock;
    private final RecurringTask task;
    private volatile Permit permit;

    TrafficDuty(NginxLogs nginx, TrafficTable table, TrafficDays days, Clock clock, ScheduleBook schedules) {
        this.nginx = nginx;
        this.log = new TrafficLog(nginx.traffic(), nginx.olderTraffic());
        this.table = table;
        this.days = days;
        this.clock = clock;
        this.task = schedules.register(
                "traffic.counts", "Counts of requests", Duration.ofMinutes(1), Duration.ofMinutes(10));
        task.rest();
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    /** A manager that was killed may have moved the log aside and not told NGINX. */
    @Override
    public void begin(Permit held) {
        nginx.reopen(held);
        task.expect();
        permit = held;
    }

    @Override
    public void end() {
        permit = null;
        task.rest();
    }

    /** A few seconds after the minute: NGINX writes within one. */
    @Scheduled(cron = "5 * * * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        Permit held = permit;
        if (held == null) {
            return;
        }
        try {
            AtomicReference<LogPosition> counted = new AtomicReference<>(LogPosition.NONE);
            attempt(() -> task.runBlocking(() -> counted.set(count(held))));
            if (log.isFull(counted.get())) {
                nginx.moveTrafficAside(held);
            } else if (log.isWithoutLog()) {
                nginx.reopen(held);
            }
        } catch (PermitLost e) {
            LOG.debugf("Requests are not counted: %s", e.getMessage());
        }
    }

    /** Without the database the log grows, and is counted later. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (PermitLost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf("Requests are not counted now: %s", e.getMessage());
        }
    }

    private LogPosition count(Permit held) {
        LogPosition from = Reactive.await(table::position);
        while (true) {
            LogPosition begin = from;
            TrafficLog.Read read = log.read(begin, clock.instant());
            if (!read.end().equals(begin)) {
                Reactive.await(() -> days.ensure(read.part().minutes.days()));
                held.transaction(() -> table.add(begin, read));
            }
            if (!read.hasMore()) {
                return read.end();
            }
            from = read.end();
        }
    }
}
