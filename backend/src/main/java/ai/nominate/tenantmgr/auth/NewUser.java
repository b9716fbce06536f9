package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.password.Passwords;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Role;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewUser")
record NewUser(
        @Schema(description = "User name: 1 to 64 letters, digits and . _ @ -", required = true, examples = "ada")
        String username,

        @Schema(description = "Password: at least 10 characters, at most 72 bytes", required = true)
        String password,

        @Schema(
                description = "Role",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role) {

    /** Names that audit, history or logs use for the manager itself and for callers without an account. */
    private static final Set<String> RESERVED = Set.of(
            Actor.MANAGER.name(), "tenant-manager", "manager", "system", "anonymous", "unknown", "nobody", "everyone");

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    NewUser checked() {
        Fields fields = new Fields();
        fields.required("username", username, NewUser::name);
        fields.required("password", password, Passwords::requireStrong);
        fields.required("role", role, Role::of);
        fields.throwIfInvalid();
        return this;
    }

    static String name(String text) {
        if (!text.matches(NAME)) {
            throw new InvalidValue("must be 1 to 64 letters, digits, dots, underscores, @ and hyphens");
        }
        if (RESERVED.contains(text.toLowerCase(Locale.ROOT))) {
            throw new InvalidValue("is reserved: audit and history use it for something else");
        }
        return text;
    }

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + role + "]";
    }
}
