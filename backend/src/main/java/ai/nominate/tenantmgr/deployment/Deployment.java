package ai.nominate.tenantmgr.deployment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One run of the pipeline. Written by its request and then only by the run itself, fenced by the epoch. */
@Entity
@Table(name = "deployment")
class Deployment extends PanacheEntityBase {
    @Id
    UUID id;

    UUID tenantId;
    short serverId;
    String kind;
    String status;
    long epoch;
    String tenantStatusBefore;
    String slot;
    String ref;

    @Column(name = "commit")
    String commitId;

    String releaseId;
    Integer configVersion;
    String currentStep;
    int progressPercent;
    long revision;
    boolean cancelRequested;
    String actor;
    String reason;

    @Convert(converter = FailureJson.class)
    Failure failure;

    Instant queuedAt;
    Instant startedAt;
    Instant finishedAt;
}
