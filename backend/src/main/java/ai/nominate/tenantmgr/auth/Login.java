package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.InvalidValue;


import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Login")
record Login(
        @Schema(description = "User name", required = true, examples = "admin")
        String username,

        @Schema(description = "Password, at most 72 bytes", required = true)
        String password) {

    static String name(String text) {
        if (text.length() > 200) {
            throw new InvalidValue("must be at most 200 characters");
        }
        return text;
    }

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
