package ai.nominate.tenantmgr.backup;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "backup")
class BackupRow extends PanacheEntityBase {
    @Id
    UUID id;

    UUID tenantId;
    String slug;
    short serverId;
    UUID runId;
    String state;
    String reason;
    String requestedBy;
    Instant createdAt;
    Instant finishedAt;
    String storage;
    String place;
    Long bytes;
    Long databaseBytes;
    Long filesBytes;
    Long files;
    Long rows;
    String releaseCommit;
    String releaseRef;
    String error;
    boolean held;
    /** One reason a line. */
    String keptBecause;

    Instant purgeAt;
    /** Who asked for its removal; null if nobody did. */
    String deletedBy;

    Instant slotAt;
    String proofVerdict;
    String proofLevel;
    Instant proofAt;
    Integer proofRestoreSeconds;
    String proofReason;
}
