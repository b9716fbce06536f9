package ai.nominate.tenantmgr.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PasswordChange")
record PasswordChange(
        @Schema(description = "The password until now", required = true)
        String currentPassword,

        @Schema(description = "The password from now on: at least 10 characters, at most 72 bytes", required = true)
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
