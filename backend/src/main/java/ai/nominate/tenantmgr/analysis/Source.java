package ai.nominate.tenantmgr.analysis;

import java.util.Locale;

/** Who chose the colours of a suggestion. */
enum Source {
    LOCAL,
    CLAUDE;

    /** The name in the database and the API. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
