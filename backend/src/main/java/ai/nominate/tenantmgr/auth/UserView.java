package ai.nominate.tenantmgr.auth;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record UserView(
        @Schema(description = "The user's id", required = true)
        UUID id,

        @Schema(description = "The name to sign in with", required = true)
        String username,

        @Schema(
                description = "What the user may do",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role) {

    static UserView of(User user) {
        return new UserView(user.id, user.username, user.role);
    }
}
