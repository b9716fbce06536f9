package ai.nominate.tenantmgr.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Login")
record Login(
        @Schema(description = "The user's name", required = true, examples = "admin")
        String username,

        @Schema(description = "The user's password, at most 72 bytes", required = true)
        String password) {

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
