package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.feed.StepView;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "run_step")
@IdClass(RunStepRow.Key.class)
class RunStepRow extends PanacheEntityBase {
    @Id
    UUID runId;

    @Id
    String id;

    short position;
    String title;
    String status;
    int weight;
    Instant startedAt;
    Long durationMs;
    String detail;

    static Uni<List<RunStepRow>> of(UUID run) {
        return list("runId = ?1 order by position", run);
    }

    StepView view() {
        return new StepView(id, title, status, startedAt, durationMs, detail);
    }

    record Key(UUID runId, String id) implements Serializable {}
}
