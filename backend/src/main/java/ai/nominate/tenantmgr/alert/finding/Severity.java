package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Locale;

/** How bad it is. */
public enum Severity {
    /** Something needs attention before it hurts. */
    WARNING,
    /** Visitors are not served, or soon will not be. */
    CRITICAL;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidValue if the text is none */
    public static Severity of(String id) {
        return switch (id) {
            case "warning" -> WARNING;
            case "critical" -> CRITICAL;
            default -> throw new InvalidValue("must be warning or critical");
        };
    }

    public boolean includes(Severity other) {
        return compareTo(other) <= 0;
    }
}
