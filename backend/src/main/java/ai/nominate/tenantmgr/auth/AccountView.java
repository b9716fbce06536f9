package ai.nominate.tenantmgr.auth;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Account")
record AccountView(
        @Schema(description = "User id", required = true) UUID id,

        @Schema(description = "User name", required = true) String username,

        @Schema(
                description = "Role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "Whether sign-in is disabled", required = true)
        boolean disabled,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "Time of the last sign-in with the password; null if there was none")
        Instant lastSignInAt) {

    static AccountView of(User user) {
        return new AccountView(user.id, user.username, user.role, user.disabled, user.createdAt, user.lastSignInAt);
    }
}
