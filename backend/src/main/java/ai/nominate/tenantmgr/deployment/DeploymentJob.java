package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.host.command.OrphanedCommands;
import ai.nominate.tenantmgr.host.command.PermitLost;
import ai.nominate.tenantmgr.job.Job;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The hand that carries a deployment out: takes it over, ends what a dead run left running, and runs the pipeline. */
@ApplicationScoped
class DeploymentJob implements Job {
    static final String NAME = "deployment";
    private static final Logger LOG = Logger.getLogger(DeploymentJob.class);

    private final Pipelines pipelines;
    private final TenantRegistry tenants;
    private final LogTable table;
    private final DeploymentSignals signals;
    private final Settings settings;
    private final OrphanedCommands staleRuns;
    private final Clock clock;

    DeploymentJob(
            Pipelines pipelines,
            TenantRegistry tenants,
            LogTable table,
            DeploymentSignals signals,
            Settings settings,
            OrphanedCommands staleRuns,
            Clock clock) {
        this.pipelines = pipelines;
        this.tenants = tenants;
        this.table = table;
        this.signals = signals;
        this.settings = settings;
        this.staleRuns = staleRuns;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        UUID deployment = UUID.fromString(id);
        RunRecord record = RunRecord.take(deployment, clock.instant(), signals);
        if (record == null) {
            return;
        }
        staleRuns.endBefore(id, record.epoch());
        long lastSeq = Reactive.await(() -> table.lastSeq(deployment));
        int most = Reactive.await(() -> settings.get(DeploymentSettings.LOG_LINES));
        try (RunLease lease = new RunLease(record);
                LogWriter log = new LogWriter(deployment, record.epoch(), lastSeq, most, table, signals, clock)) {
            Deployment row = record.row();
            LiveContext context = new LiveContext(row, record, lease, log, tenants);
            new DeploymentRun(pipelines.of(row.kind), record, lease, log, context, clock).execute();
        } catch (PermitLost e) {
            if (record.pulse().ours()) {
                throw e; // the database was away for so long that nobody could know; the job comes again
            }
            LOG.infof("Left deployment %s to whoever has it now: %s", id, e.getMessage());
        }
    }
}
