package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.Role;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "UserChange")
record UserChange(
        @Schema(
                description = "What the user may do",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(description = "A new password, at least 10 characters and at most 72 bytes; absent keeps the old one")
        String password,

        @Schema(description = "true keeps the user from signing in; absent keeps it as it is")
        Boolean disabled) {

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each field that is not valid */
    UserChange checked() {
        Fields fields = new Fields();
        fields.required("role", role, Role::of);
        fields.optional("password", password, Passwords::acceptable);
        fields.refuse();
        return this;
    }

    @Override
    public String toString() {
        return "UserChange[" + role + "]";
    }
}
