package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "UserChange")
record UserChange(
        @Schema(
                description = "Role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "New password, at least 10 characters and at most 72 bytes; absent: unchanged")
        String password,

        @Schema(description = "true disables sign-in; absent: unchanged")
        Boolean disabled) {

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    UserChange checked() {
        Fields fields = new Fields();
        fields.required("role", role, Role::of);
        fields.optional("password", password, Passwords::requireStrong);
        fields.throwIfInvalid();
        return this;
    }

    @Override
    public String toString() {
        return "UserChange[" + role + "]";
    }
}
