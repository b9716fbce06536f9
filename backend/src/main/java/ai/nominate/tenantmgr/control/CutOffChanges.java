package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.tenant.TenantChanges;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Puts right the rows of tenants that a manager was changing when it ended. */
@ApplicationScoped
class CutOffChanges implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(CutOffChanges.class);
    /** A start that was cut off left its tenant half-way. It was stopped before, so it is stopped again. */
    private static final String STOP = """
            update tenant t set status = 'stopped', version = version + 1
            where server_id = :server and status = 'deploying' and not exists (
                select 1 from deployment d where d.tenant_id = t.id and d.status in ('queued', 'running'))""";

    private final TenantChanges changes;
    private final OwnServer server;

    CutOffChanges(TenantChanges changes, OwnServer server) {
        this.changes = changes;
        this.server = server;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.ROWS;
    }

    @Override
    public void begin(Permit permit) {
        int names = permit.transaction(() -> changes.withdrawAll(server.id()));
        if (names > 0) {
            LOG.warnf("%d host name(s) were announced for a tenant when the manager ended; they are free again", names);
        }
        int tenants = permit.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(STOP)
                        .setParameter("server", server.id())
                        .executeUpdate()));
        if (tenants > 0) {
            LOG.warnf("%d tenant(s) were being started when the manager ended; they are stopped", tenants);
        }
    }
}
