package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Repairs the rows of tenants that a manager was changing, without a run, when it stopped. */
@ApplicationScoped
public class CutOffChanges implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(CutOffChanges.class);
    /** An earlier version changed names without a run, and left its reservations when it was killed. */
    private static final String RELEASE_ABANDONED = """
            delete from tenant_host h using tenant t
            where t.id = h.tenant_id and t.server_id = :server and h.kind = 'pending' and not exists (
                select 1 from run r
                where r.subject_id = h.tenant_id and r.kind = 'domain' and r.status in ('queued', 'running'))""";
    /** An earlier version started tenants without a run: one that was killed meanwhile left the tenant in this status. */
    private static final String STOP = """
            update tenant t set status = 'stopped', version = version + 1
            where server_id = :server and status = 'deploying' and not exists (
                select 1 from run r where r.subject_id = t.id and r.exclusive and r.status in ('queued', 'running'))""";

    private final OwnServer server;

    CutOffChanges(OwnServer server) {
        this.server = server;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.ROWS;
    }

    @Override
    public void begin(Permit permit) {
        int names = execute(RELEASE_ABANDONED, permit);
        if (names > 0) {
            LOG.warnf("Released %d host name(s) of a change that did not finish", names);
        }
        int tenants = execute(STOP, permit);
        if (tenants > 0) {
            LOG.warnf("%d tenant(s) were starting when the manager stopped; they are stopped again", tenants);
        }
    }

    private int execute(String sql, Permit permit) {
        return permit.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(sql)
                        .setParameter("server", server.id())
                        .executeUpdate()));
    }
}
