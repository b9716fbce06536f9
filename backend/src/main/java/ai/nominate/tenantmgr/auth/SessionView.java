package ai.nominate.tenantmgr.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SessionView(
        @Schema(description = "A JWT for Authorization: Bearer", required = true)
        String accessToken,

        @Schema(description = "How long it is good for", required = true, examples = "900")
        long expiresInSeconds,

        @Schema(description = "Who is signed in", required = true)
        UserView user) {}
