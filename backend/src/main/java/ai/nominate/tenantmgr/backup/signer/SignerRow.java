package ai.nominate.tenantmgr.backup.signer;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "backup_signer")
class SignerRow extends PanacheEntityBase {
    static final String ONE_KEY = "backup_signer_key";

    @Id
    UUID id;

    String name;
    String publicKey;
    Instant addedAt;
    String addedBy;
}
