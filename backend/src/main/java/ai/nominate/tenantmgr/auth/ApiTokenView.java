package ai.nominate.tenantmgr.auth;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ApiToken")
record ApiTokenView(
        @Schema(description = "The token's id, by which it is revoked", required = true)
        UUID id,

        @Schema(description = "What it is for", required = true)
        String name,

        @Schema(description = "Who has made it", required = true)
        String owner,

        @Schema(
                description = "What it may do",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "The only tenants that exist for it; null for all")
        Set<UUID> tenants,

        @Schema(description = "Until when it is good; null for ever")
        Instant expiresAt,

        @Schema(description = "When it was last used, give or take a minute; null when never")
        Instant lastUsedAt,

        @Schema(description = "When it was made", required = true)
        Instant createdAt,

        @Schema(description = "The token itself, only in the answer to its making")
        String token) {

    static ApiTokenView of(ApiToken row, String owner, String token) {
        return new ApiTokenView(
                row.id, row.name, owner, row.role, row.tenants, row.expiresAt, row.lastUsedAt, row.createdAt, token);
    }
}
