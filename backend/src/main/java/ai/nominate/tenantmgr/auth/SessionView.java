package ai.nominate.tenantmgr.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SessionView(
        @Schema(description = "JWT for the header Authorization: Bearer", required = true)
        String accessToken,

        @Schema(description = "Lifetime in seconds", required = true, examples = "900")
        long expiresInSeconds,

        @Schema(description = "The signed-in user", required = true)
        UserView user) {}
