package ai.nominate.tenantmgr.deployment;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One run of the pipeline. Inserted by the request, then written only by the run itself, fenced by the epoch. */
@Entity
@Table(name = "deployment")
class Deployment extends PanacheEntityBase {
    @Id
    UUID id;

    UUID tenantId;
    /** Kept here because deployments are looked up by slug after their tenant is deleted. */
    String tenantSlug;

    short serverId;
    String kind;
    String status;
    long epoch;
    String tenantStatusBefore;
    String slot;
    String ref;
    UUID targetId;
    boolean removeFiles;
    boolean removeDatabase;

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

    /** A new row; the queue fills the fields common to all kinds. */
    static Deployment of(DeploymentKind kind) {
        Deployment row = new Deployment();
        row.kind = kind.id();
        return row;
    }

    /** The active deployment of a tenant; null if there is none. */
    static Uni<Deployment> active(UUID tenant) {
        return Deployment.<Deployment>find("tenantId = ?1 and status in ('queued', 'running')", tenant)
                .firstResult();
    }

    /** The latest deployment of a tenant, which may be deleted, by id or slug; null if no such tenant ever existed. */
    static Uni<Deployment> gone(String idOrSlug) {
        boolean isId = idOrSlug.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        return Deployment.<Deployment>find(
                        (isId ? "tenantId" : "tenantSlug") + " = ?1 order by queuedAt desc",
                        isId ? UUID.fromString(idOrSlug) : idOrSlug)
                .firstResult();
    }
}
