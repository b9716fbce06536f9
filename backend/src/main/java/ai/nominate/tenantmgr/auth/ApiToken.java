package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.TokenTenants;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** The credential of a program. Only the hash is stored; the token itself is known to its holder alone. */
@Entity
@Table(name = "api_token")
class ApiToken extends PanacheEntityBase {
    @Id
    UUID id;

    UUID userId;
    String name;
    String role;

    @Convert(converter = TokenTenants.class)
    Set<UUID> tenants;

    byte[] tokenHash;
    int sessionEpoch;
    Instant expiresAt;
    Instant lastUsedAt;
    Instant createdAt;
}
