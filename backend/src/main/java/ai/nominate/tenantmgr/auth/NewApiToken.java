package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Role;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewApiToken")
record NewApiToken(
        @Schema(description = "What it is for, 1 to 100 characters", required = true, examples = "deploy from CI")
        String name,

        @Schema(
                description = "What it may do, at most what its maker may",
                required = true,
                enumeration = {"viewer", "operator", "admin"})
        String role,

        @Schema(
                description = "The only tenants that exist for it, by id or slug, 100 at most; absent for all. Such a"
                        + " token is no admin and makes no tenants")
        List<String> tenants,

        @Schema(
                description = "Until when it is good; absent for ever",
                examples = "2027-01-01T00:00:00Z",
                format = "date-time")
        String expiresAt) {

    private static final int MOST_TENANTS = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each field that is not valid */
    void check(Instant now) {
        Fields fields = new Fields();
        fields.required("name", name, NewApiToken::name);
        fields.required("role", role, Role::of);
        fields.optional("tenants", tenants, list -> some(list, role));
        fields.optional("expiresAt", expiresAt, text -> future(text, now));
        fields.refuse();
    }

    Instant expiry() {
        return expiresAt == null ? null : Instant.parse(expiresAt);
    }

    private static String name(String text) {
        if (text.length() > 100 || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be 1 to 100 visible characters");
        }
        return text;
    }

    private static List<String> some(List<String> tenants, String role) {
        if (tenants.isEmpty() || tenants.size() > MOST_TENANTS || tenants.contains(null)) {
            throw new InvalidValue("must name 1 to " + MOST_TENANTS + " tenants, or be absent for all");
        }
        if (Role.ADMIN_NAME.equals(role)) {
            throw new InvalidValue("cannot be limited for an admin, who is above all tenants; take operator or viewer");
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
            // refused below, like a time that is over
        }
        throw new InvalidValue("must be a time to come such as 2027-01-01T00:00:00Z");
    }
}
