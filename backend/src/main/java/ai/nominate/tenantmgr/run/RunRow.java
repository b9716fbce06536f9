package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.FailureJson;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One run. Inserted by the request, then written only by its execution, fenced by the epoch. */
@Entity
@Table(name = "run")
class RunRow extends PanacheEntityBase {
    @Id
    UUID id;

    String kind;
    short serverId;
    UUID subjectId;
    /** Stored here because runs are looked up by name after their subject is deleted. */
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

    /** The active exclusive run of a subject; null if there is none. */
    static Uni<RunRow> active(UUID subject) {
        return RunRow.<RunRow>find("subjectId = ?1 and isExclusive and status in ('queued', 'running')", subject)
                .firstResult();
    }
}
