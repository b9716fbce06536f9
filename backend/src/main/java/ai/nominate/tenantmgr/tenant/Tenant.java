package ai.nominate.tenantmgr.tenant;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant")
class Tenant extends PanacheEntityBase {
    @Id
    UUID id;

    short serverId;
    String slug;
    String name;
    String domain;
    String status;
    String health;
    String sourceKind;
    String sourceLocation;
    String sourceRef;
    String sourceCredential;
    String liveSlot;
    String timeZone;
    String[] labels = {};
    String notes;

    @Version
    int version;

    Instant createdAt;
    Instant updatedAt;
}
