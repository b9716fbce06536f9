package ai.nominate.tenantmgr.auth;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record UserView(
        @Schema(description = "User id", required = true) UUID id,

        @Schema(description = "User name", required = true) String username,

        @Schema(
                description = "Role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role) {

    static UserView of(User user) {
        return new UserView(user.id, user.username, user.role);
    }
}
