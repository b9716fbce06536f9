package ai.nominate.tenantmgr.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PasswordChange")
record PasswordChange(
        @Schema(description = "Current password", required = true)
        String currentPassword,

        @Schema(description = "New password: at least 10 characters, at most 72 bytes", required = true)
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
