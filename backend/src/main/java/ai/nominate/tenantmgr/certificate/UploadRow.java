package ai.nominate.tenantmgr.certificate;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An uploaded certificate that is not stored as files yet. */
@Entity
@Table(name = "certificate_upload")
class UploadRow extends PanacheEntityBase {
    @Id
    UUID tenantId;

    String chain;
    String secret;
    Instant uploadedAt;

    /** What the ciphertext is bound to. */
    String place() {
        return place(tenantId);
    }

    static String place(UUID tenant) {
        return "certificate/" + tenant;
    }
}
