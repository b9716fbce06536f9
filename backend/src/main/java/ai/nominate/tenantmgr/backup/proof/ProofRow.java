package ai.nominate.tenantmgr.backup.proof;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One proof, from its request on. */
@Entity
@Table(name = "backup_proof")
class ProofRow extends PanacheEntityBase {
    @Id
    UUID runId;

    UUID backupId;
    UUID tenantId;
    Instant requestedAt;
    /** Null while its run is active. */
    String verdict;

    String level;

    @Column(name = "at")
    Instant endedAt;

    Long restoreMs;
    String reason;
    /** Exactly the signed text. */
    String evidence;

    String signature;
    String signer;

    /** Those that have ended, newest first. */
    static Uni<List<ProofRow>> ofBackup(UUID backup) {
        return list("backupId = ?1 and verdict is not null order by endedAt desc, runId desc", backup);
    }
}
