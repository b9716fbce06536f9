package ai.nominate.tenantmgr.analysis;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One suggestion; its card is JSON. */
@Entity
@Table(name = "analysis_suggestion")
class SuggestionRow extends PanacheEntityBase {
    @Id
    UUID id;

    UUID analysisId;
    short position;
    String card;
    Instant selectedAt;

    static Uni<List<SuggestionRow>> of(UUID analysis) {
        return list("analysisId = ?1 order by position", analysis);
    }
}
