package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.database.ScratchDatabases;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.server.Watch;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes what proofs of a killed manager left, and queues the proofs that are due, a few at a time. */
@ApplicationScoped
class ProofDuty implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(ProofDuty.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DueProofs due;
    private final ProofQueue queue;
    private final ScratchDatabases scratch;
    private final ProofFiles files;
    private final Watch watch = new Watch("proof-watch", PAUSE, this::look);

    ProofDuty(DueProofs due, ProofQueue queue, ScratchDatabases scratch, ProofFiles files) {
        this.due = due;
        this.queue = queue;
        this.scratch = scratch;
        this.files = files;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        watch.begin(permit, this::removeLeftovers);
    }

    @Override
    public void end() {
        watch.end();
    }

    void removeLeftovers(Permit permit) {
        Set<UUID> active = Reactive.await(due::active);
        List<String> dropped = scratch.dropLeftovers(active, permit);
        List<String> removed = files.removeLeftovers(active, permit);
        if (!dropped.isEmpty() || !removed.isEmpty()) {
            LOG.infof("Removed what proofs had left: %s %s", dropped, removed);
        }
    }

    /** One that cannot be queued keeps no other from it. */
    void look(Permit permit) {
        for (UUID backup : Reactive.await(due::find)) {
            permit.check();
            prove(backup);
        }
    }

    private void prove(UUID backup) {
        try {
            UUID run = Reactive.await(() -> queue.verify(backup.toString(), Actor.MANAGER));
            LOG.infof("Backup %s is proven by run %s", backup, run);
        } catch (ProblemException e) {
            LOG.debugf("Backup %s is not proven: %s", backup, e.getMessage());
        }
    }
}
