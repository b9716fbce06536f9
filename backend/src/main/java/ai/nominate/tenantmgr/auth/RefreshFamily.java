package ai.nominate.tenantmgr.auth;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sign-in of one browser: the refresh token that is good now, and the one that it was exchanged for. */
@Entity
@Table(name = "refresh_family")
class RefreshFamily extends PanacheEntityBase {
    @Id
    UUID id;

    UUID userId;
    byte[] tokenHash;
    byte[] previousHash;
    Instant rotatedAt;
    int sessionEpoch;
    Instant expiresAt;
    Instant createdAt;
}
