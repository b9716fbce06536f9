package ai.nominate.tenantmgr.restore;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A restore, from the start of its run on. */
@Entity
@Table(name = "tenant_restore")
class RestoreRow extends PanacheEntityBase {
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String UNDONE = "undone";
    /** What it replaced is gone. */
    static final String FINAL = "final";

    @Id
    UUID runId;

    UUID tenantId;
    UUID backupId;
    String releaseBefore;
    Integer configBefore;
    String state;

    @Column(name = "at")
    Instant requestedAt;

    Instant undoUntil;
    Instant undoneAt;

    static Uni<List<RestoreRow>> ofTenant(UUID tenant) {
        return list("tenantId = ?1 order by requestedAt desc, runId desc", tenant);
    }

    /** From now on only the last restore can be undone. */
    static Uni<Integer> endOthers(UUID tenant, UUID run, Instant now) {
        return update("undoUntil = ?1 where tenantId = ?2 and runId <> ?3 and undoUntil > ?1", now, tenant, run);
    }
}
