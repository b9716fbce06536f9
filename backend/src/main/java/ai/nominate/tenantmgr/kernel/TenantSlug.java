package ai.nominate.tenantmgr.kernel;

import java.util.regex.Pattern;

/**
 * A tenant's short name: 3 to 28 characters, so that it fits a system user, a database, a unit and a host label, and
 * cannot be mistaken for a UUID.
 */
public record TenantSlug(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,26}[a-z0-9]");

    /** @throws InvalidValue if the text is not a slug */
    public TenantSlug {
        if (value == null || !SHAPE.matcher(value).matches() || value.contains("--")) {
            throw new InvalidValue("must be 3 to 28 lower-case letters, digits and single hyphens, "
                    + "start with a letter and not end with a hyphen");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
