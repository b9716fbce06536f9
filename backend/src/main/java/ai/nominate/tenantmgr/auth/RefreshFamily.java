package ai.nominate.tenantmgr.auth;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One sign-in of one browser: the current refresh token and its predecessor. */
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
    /** Whether its cookie over TLS may have the old name, which other subdomains can set. */
    boolean legacyCookie;
    /** Of the sign-in; null for one from before it was recorded. */
    String address;
    /** As the program of the sign-in called itself; null if it did not. */
    String userAgent;
}
