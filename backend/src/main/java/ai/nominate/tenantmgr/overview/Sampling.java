package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.host.machine.MachineSample;
import ai.nominate.tenantmgr.host.machine.MachineUsage;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/** Stores each minute what the own server's machine uses, while this manager holds its lease. */
@ApplicationScoped
class Sampling implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(Sampling.class);

    private final MachineUsage machine;
    private final SampleTable table;
    private final Clock clock;
    private final RecurringTask task;
    private volatile Permit permit;

    Sampling(MachineUsage machine, SampleTable table, Clock clock, ScheduleBook schedules) {
        this.machine = machine;
        this.table = table;
        this.clock = clock;
        this.task = schedules.register(
                "overview.samples", "Samples of the machine", Duration.ofMinutes(1), Duration.ofMinutes(1));
        task.rest();
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    /** Looks at the processors, so that the first sample has a share of them. */
    @Override
    public void begin(Permit held) {
        machine.sample();
        permit = held;
        task.expect();
    }

    @Override
    public void end() {
        permit = null;
        task.rest();
    }

    @Scheduled(every = "1m", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() {
        Permit held = permit;
        if (held == null) {
            return;
        }
        try {
            MachineSample sample = machine.sample();
            Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            task.runBlocking(() -> held.transaction(() -> table.add(minute, sample)));
        } catch (PermitLost e) {
            LOG.debugf("No sample of the machine: %s", e.getMessage());
        }
    }
}
