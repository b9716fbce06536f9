package ai.nominate.tenantmgr.release;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

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
    String ref;

    @Column(name = "commit")
    String commitId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    com.fasterxml.jackson.databind.JsonNode manifest;

    String state;
    UUID builder;
    Instant builderUntil;
    String contentHash;
    Long buildMs;
    Instant createdAt;
}
