package ai.nominate.tenantmgr.auth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Account")
record AccountView(
        @Schema(description = "The user's id", required = true)
        UUID id,

        @Schema(description = "The name to sign in with", required = true)
        String username,

        @Schema(
                description = "What the user may do",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "Whether the user cannot sign in at present", required = true)
        boolean disabled,

        @Schema(description = "When the account was made", required = true)
        Instant createdAt,

        @Schema(description = "When the user last signed in with the password; null when never")
        Instant lastSignInAt) {

    static AccountView of(User user) {
        return new AccountView(user.id, user.username, user.role, user.disabled, user.createdAt, user.lastSignInAt);
    }
}
