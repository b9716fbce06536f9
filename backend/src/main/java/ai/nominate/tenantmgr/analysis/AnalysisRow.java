package ai.nominate.tenantmgr.analysis;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The analysis' own data beside its run, which has the same id: the address, and what each step found out, as JSON. */
@Entity
@Table(name = "analysis")
class AnalysisRow extends PanacheEntityBase {
    @Id
    UUID id;

    UUID tenantId;
    String url;
    Instant createdAt;
    String snapshot;
    String answer;
    String advice;
    String source;
    String note;

    static Uni<AnalysisRow> of(UUID id) {
        return findById(id);
    }

    /** The newest one of a tenant; null if there is none. */
    static Uni<AnalysisRow> newest(UUID tenant) {
        return AnalysisRow.<AnalysisRow>find("tenantId = ?1 order by createdAt desc, id desc", tenant)
                .firstResult();
    }
}
