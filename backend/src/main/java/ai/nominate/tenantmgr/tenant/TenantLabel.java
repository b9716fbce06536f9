package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.regex.Pattern;

/** A word by which users group tenants. Strict, so that two people write the same label alike. */
public record TenantLabel(String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9._:-]{0,38}[a-z0-9])?");

    /** @throws InvalidValue if the text is no such word */
    public TenantLabel {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue("must be 1 to 40 lower-case letters, digits, dots, colons, hyphens and underscores, "
                    + "such as region:eu");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
