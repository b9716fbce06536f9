package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/** How round corners are. */
public enum Radius {
    NONE("0rem"),
    SMALL("0.25rem"),
    MEDIUM("0.5rem"),
    LARGE("0.75rem"),
    FULL("1.5rem");

    private final String length;

    Radius(String length) {
        this.length = length;
    }

    /** The CSS length of a button's corner. */
    public String length() {
        return length;
    }

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValue if there is no such radius */
    public static Radius of(String key) {
        return Arrays.stream(values())
                .filter(radius -> radius.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be none, small, medium, large or full"));
    }
}
