package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.BackupProblem;
import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.run.NewRun;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Queues proofs, one at a time for each backup. */
@ApplicationScoped
class ProofQueue {
    private final Backups backups;
    private final Runs runs;
    private final Audit audit;
    private final Clock clock;

    ProofQueue(Backups backups, Runs runs, Audit audit, Clock clock) {
        this.backups = backups;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proves the backup now, whether that is due or not.
     *
     * @return the id of the run
     * @throws ProblemException if there is no such backup, its files are not here, or it is being proven
     */
    Uni<UUID> verify(String backup, Actor actor) {
        return Panache.withTransaction(() -> backups.find(backup, actor)
                        .invoke(ProofQueue::requireFiles)
                        .call(found -> refuseSecond(found.id()))
                        .flatMap(found -> queue(found, actor)))
                .invoke(run -> runs.wake());
    }

    private static void requireFiles(BackupSnapshot backup) {
        if (!backup.isComplete()) {
            throw new ProblemException(BackupProblem.NOT_COMPLETE, "It is " + backup.state());
        }
    }

    private static Uni<Void> refuseSecond(UUID backup) {
        return ProofRow.<ProofRow>find("backupId = ?1 and verdict is null", backup)
                .firstResult()
                .invoke(active -> {
                    if (active != null) {
                        throw new ProblemException(ProofProblem.PROVING, "Wait until it ends")
                                .with("runId", active.runId);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<UUID> queue(BackupSnapshot backup, Actor actor) {
        ProofRow row = new ProofRow();
        row.runId = Uuid7.next();
        row.backupId = backup.id();
        row.tenantId = backup.tenantId();
        row.requestedAt = clock.instant();
        RunSubject subject = new RunSubject(backup.tenantId(), backup.slug());
        return runs.queue(new NewRun(row.runId, VerifyKind.ID, backup.server(), subject, actor, null))
                .flatMap(done -> row.persist())
                .flatMap(done -> audit.record(
                        actor,
                        Change.created(
                                "backup.verify",
                                backup.slug(),
                                backup.tenantId(),
                                Map.of("backupId", backup.id().toString(), "runId", row.runId.toString()))))
                .replaceWith(row.runId);
    }
}
