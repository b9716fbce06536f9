package ai.nominate.tenantmgr.auth;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ApiToken")
record ApiTokenView(
        @Schema(description = "Token id, used to revoke it", required = true)
        UUID id,

        @Schema(description = "Purpose", required = true) String name,

        @Schema(description = "User name of the creator", required = true)
        String owner,

        @Schema(
                description = "Role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "The tenants it may access; null means all")
        Set<UUID> tenants,

        @Schema(description = "Expiry time; null means it does not expire")
        Instant expiresAt,

        @Schema(description = "Time of the last use, accurate to a minute; null if it was never used")
        Instant lastUsedAt,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "The token itself; only in the answer to its creation")
        String token) {

    static ApiTokenView of(ApiToken row, String owner, String token) {
        return new ApiTokenView(
                row.id, row.name, owner, row.role, row.tenants, row.expiresAt, row.lastUsedAt, row.createdAt, token);
    }
}
