package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewApiToken")
record NewApiToken(
        @Schema(description = "Purpose, 1 to 100 characters", required = true, examples = "deploy from CI")
        String name,

        @Schema(
                description = "Role, at most that of its creator",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(
                description = "The tenants it may access, by id or slug, at most 100; default: all. A limited token "
                        + "cannot have the role admin and cannot create tenants")
        List<String> tenants,

        @Schema(
                description = "Expiry time; default: it does not expire",
                examples = "2027-01-01T00:00:00Z",
                format = "date-time")
        String expiresAt) {

    private static final int MOST_TENANTS = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    void check(Instant now) {
        Fields fields = new Fields();
        fields.required("name", name, NewApiToken::name);
        fields.required("role", role, Role::of);
        fields.optional("tenants", tenants, list -> some(list, role));
        fields.optional("expiresAt", expiresAt, text -> future(text, now));
        fields.throwIfInvalid();
    }

    Instant expiry() {
        return expiresAt == null ? null : Instant.parse(expiresAt);
    }

    static String name(String text) {
        return DisplayText.line(text, 100);
    }

    private static List<String> some(List<String> tenants, String role) {
        if (tenants.isEmpty() || tenants.size() > MOST_TENANTS || tenants.contains(null)) {
            throw new InvalidValue("must name 1 to " + MOST_TENANTS + " tenants, or be omitted for all tenants");
        }
        if (Role.ADMIN_NAME.equals(role)) {
            throw new InvalidValue("cannot be set for an admin, who has access to all tenants; use operator or viewer");
        }
        return tenants;
    }

    private static Instant future(String text, Instant now) {
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(now) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // rejected below, like a time in the past
        }
        throw new InvalidValue("must be a time in the future such as 2027-01-01T00:00:00Z");
    }
}
