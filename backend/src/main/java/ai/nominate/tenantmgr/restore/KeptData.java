package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.database.StagedDatabases;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.server.Watch;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Removes what restores have replaced once its time is over, and what an undone restore had brought. */
@ApplicationScoped
class KeptData implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(KeptData.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final StagedDatabases databases;
    private final RestoreFiles files;
    private final TenantRegistry tenants;
    private final OwnServer server;
    private final Clock clock;
    private final Watch watch = new Watch("kept-data-watch", PAUSE, this::look);

    KeptData(StagedDatabases databases, RestoreFiles files, TenantRegistry tenants, OwnServer server, Clock clock) {
        this.databases = databases;
        this.files = files;
        this.tenants = tenants;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        watch.begin(permit);
    }

    @Override
    public void end() {
        watch.end();
    }

    /** One that cannot be removed keeps no other from it. */
    void look(Permit permit) {
        List<RestoreRow> over = Reactive.await(() -> Panache.withSession(
                () -> RestoreRow.<RestoreRow>list("undoUntil <= ?1 order by undoUntil", clock.instant())));
        for (RestoreRow row : over) {
            try {
                remove(row, permit);
            } catch (RunInterrupted | PermitLost e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.errorf(e, "What restore %s keeps could not be removed", row.runId);
            }
        }
    }

    private void remove(RestoreRow row, Permit permit) {
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(row.tenantId)));
        if (tenant.server() != server.id()) {
            return;
        }
        databases.dropKept(tenant, row.runId, permit);
        databases.dropStaged(tenant, row.runId, permit);
        files.remove(tenant.slug(), row.runId, permit);
        String state = row.state.equals(RestoreRow.DONE) ? RestoreRow.FINAL : row.state;
        permit.transaction(() -> RestoreRow.update("state = ?1, undoUntil = null where runId = ?2", state, row.runId));
    }
}
