package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** The rows of backups. Every method runs in the caller's session or transaction. */
@ApplicationScoped
public class Backups {
    private static final int LONGEST_ERROR = 2000;

    private final BackupEvents events;
    private final Clock clock;

    Backups(BackupEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @throws ProblemException {@link BackupProblem#UNKNOWN} also if the actor has no access to its tenant */
    public Uni<BackupSnapshot> find(String id, Actor actor) {
        return row(id, actor).map(BackupSnapshot::of);
    }

    Uni<BackupRow> row(String id, Actor actor) {
        boolean isId = id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return (isId
                        ? BackupRow.<BackupRow>findById(UUID.fromString(id))
                        : Uni.createFrom().<BackupRow>nullItem())
                .map(row -> row == null || !actor.canAccess(row.tenantId) ? null : row)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(BackupProblem.UNKNOWN, "No backup with this id"));
    }

    /** Null if the run takes none. */
    static Uni<BackupRow> ofRun(UUID run, BackupReason reason) {
        return BackupRow.find("runId = ?1 and reason = ?2 order by createdAt desc", run, reason.id())
                .firstResult();
    }

    Uni<BackupRow> insert(BackupRow row) {
        return row.<BackupRow>persist().call(done -> Panache.flush()).call(events::changed);
    }

    /** A backup that another installation took and somebody brought. */
    public Uni<Void> imported(
            UUID id, BundleManifest manifest, short server, UUID run, String by, String storage, String place) {
        BackupRow row = new BackupRow();
        row.id = id;
        row.tenantId = manifest.tenantId();
        row.slug = manifest.slug();
        row.serverId = server;
        row.runId = run;
        row.state = BackupState.RUNNING.id();
        row.reason = manifest.reason();
        row.requestedBy = by;
        row.createdAt = manifest.createdAt();
        row.storage = storage;
        row.place = place;
        row.keptBecause = "";
        row.held = true; // no schedule counts it
        return insert(row).flatMap(done -> complete(id, manifest));
    }

    Uni<Void> complete(UUID id, BundleManifest manifest) {
        return change(id, row -> {
            row.state = BackupState.COMPLETE.id();
            row.finishedAt = clock.instant();
            row.bytes = manifest.cipherBytes();
            row.databaseBytes = bytes(manifest, BundleManifest.DATABASE);
            row.filesBytes = bytes(manifest, BundleManifest.FILES);
            row.files = row.filesBytes == null ? null : manifest.files();
            row.rows = row.databaseBytes == null ? null : manifest.rows();
            if (manifest.release() != null) {
                row.releaseCommit = manifest.release().commit();
                row.releaseRef = manifest.release().ref();
            }
        });
    }

    private static Long bytes(BundleManifest manifest, String part) {
        return manifest.part(part).map(BundleManifest.Part::cipherBytes).orElse(null);
    }

    /** Without an effect on one that is complete. */
    Uni<Void> failed(UUID id, String why) {
        return change(id, row -> {
            if (row.state.equals(BackupState.RUNNING.id())) {
                row.state = BackupState.FAILED.id();
                row.finishedAt = clock.instant();
                row.purgeAt = clock.instant(); // what is left of it
                row.error = why.length() > LONGEST_ERROR ? why.substring(0, LONGEST_ERROR) : why;
            }
        });
    }

    /**
     * What a proof of the backup found.
     *
     * @param verdict {@code proven}, {@code failed} or {@code untried}
     * @param level {@code L0} to {@code L3}
     * @param restoreSeconds null if it was not restored
     * @param reason null if it is proven
     */
    public Uni<Void> proved(UUID id, String verdict, String level, Instant at, Integer restoreSeconds, String reason) {
        return change(id, row -> {
            row.proofVerdict = verdict;
            row.proofLevel = level;
            row.proofAt = at;
            row.proofRestoreSeconds = restoreSeconds;
            row.proofReason = reason;
        });
    }

    Uni<Void> change(UUID id, Consumer<BackupRow> change) {
        return BackupRow.<BackupRow>findById(id, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .invoke(change)
                .call(done -> Panache.flush())
                .call(events::changed)
                .replaceWithVoid();
    }
}
