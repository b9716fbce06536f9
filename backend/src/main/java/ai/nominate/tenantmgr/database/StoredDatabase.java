package ai.nominate.tenantmgr.database;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "tenant_database")
class StoredDatabase extends PanacheEntityBase {
    @Id
    UUID tenantId;

    short serverId;
    String name;
    /** Encrypted. */
    String password;

    Instant createdAt;
}
