package ai.nominate.tenantmgr.run;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One run. Written by the request that queues it and then only by its execution, fenced by the epoch. */
@Entity
@Table(name = "run")
class RunRow extends PanacheEntityBase {
    @Id
    UUID id;

    String kind;
    short serverId;
    UUID subjectId;
    /** The subject may be gone, and its runs are still found by its name. */
    String subjectName;

    @Column(name = "exclusive")
    boolean isExclusive;

    String status;
    long epoch;
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

    RunSubject subject() {
        return new RunSubject(subjectId, subjectName);
    }

    /** The exclusive run that is active on a subject; null when there is none. */
    static Uni<RunRow> active(UUID subject) {
        return RunRow.<RunRow>find("subjectId = ?1 and isExclusive and status in ('queued', 'running')", subject)
                .firstResult();
    }
}
