package ai.nominate.tenantmgr.release;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "release")
class StoredRelease extends PanacheEntityBase {
    static final String BUILDING = "building";
    static final String READY = "ready";
    static final String FAILED = "failed";

    @Id
    String id;

    short serverId;
    String sourceKind;
    String sourceLocation;
    String sourceCredential;
    String ref;

    @Column(name = "commit")
    String commitId;

    /** As JSON. */
    String manifest;

    String state;
    UUID builder;
    Instant builderUntil;
    String contentHash;
    Long buildMs;
    Instant createdAt;
}
