package ai.nominate.tenantmgr.certificate;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An issued certificate. Key and chain are stored under its id; the row names the tenant. */
@Entity
@Table(name = "certificate")
class StoredCertificate extends PanacheEntityBase {
    @Id
    String id;

    short serverId;
    UUID tenantId;
    String issuer;
    String serial;
    String[] names;
    Instant notBefore;
    Instant notAfter;
    Instant createdAt;
    String origin;
    String directory;
    Instant renewAt;
}
