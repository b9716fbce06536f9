package ai.nominate.tenantmgr.alert.plan;

import java.util.Locale;

/** What a message says. The names are those of the API and of the table. */
public enum Phase {
    OPENED,
    /** An alert that somebody put off is still open. */
    REMINDER,
    OVER,
    TEST;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Phase of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
