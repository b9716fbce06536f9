package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Probe;
import ai.nominate.tenantmgr.host.unit.UnitChanged;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.schedule.RecurringTask;
import ai.nominate.tenantmgr.schedule.ScheduleBook;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Checks the tenants of this server while this manager holds its lease. Another manager that gets it goes on with the states. */
@ApplicationScoped
class HealthDuty implements ServerDuty {
    private final List<Probe> probes;
    private final CheckedTenants tenants;
    private final HealthTable table;
    private final HealthPartitions partitions;
    private final Settings settings;
    private final Clock clock;
    private final RecurringTask task;
    private volatile Checking checking;

    HealthDuty(
            @All List<Probe> probes,
            CheckedTenants tenants,
            HealthTable table,
            HealthPartitions partitions,
            Settings settings,
            Clock clock,
            ScheduleBook schedules) {
        this.probes = probes;
        this.tenants = tenants;
        this.table = table;
        this.partitions = partitions;
        this.settings = settings;
        this.clock = clock;
        this.task = schedules.register("health.checks", "Health checks", Checking.TURN, Duration.ofMinutes(2));
        task.rest();
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        checking = new Checking(
                probes,
                clock,
                (schedule, buffer) ->
                        new HealthWriter(tenants, table, partitions, settings, schedule, buffer, permit, clock),
                task);
        task.expect();
        checking.start();
    }

    @Override
    public void end() {
        Checking ending = checking;
        checking = null;
        task.rest();
        if (ending != null) {
            ending.stop();
        }
    }

    /** A crash or a restart is known at once, not after the next look. */
    void onChange(@Observes UnitChanged change) {
        Checking present = checking;
        if (present != null) {
            present.reported(change.status().id().slug());
        }
    }

    /**
     * Looks at a tenant now and waits until the results are written.
     *
     * @return whether the tenant is checked at all
     * @throws PermitLost if this manager does not hold the lease
     */
    boolean checkNow(UUID tenant) {
        Checking present = checking;
        if (present == null) {
            throw new PermitLost("this manager does not check tenants now");
        }
        return present.checkNow(tenant);
    }
}
