package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Verdict;
import java.util.Locale;

/** The health of a check or of a tenant, from best to worst; unknown is none of them. */
enum Health {
    HEALTHY,
    DEGRADED,
    UNHEALTHY,
    UNKNOWN;

    /** The name in the database and the API. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Health of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** What a verdict says if it is confirmed. */
    static Health of(Verdict verdict) {
        return switch (verdict) {
            case OK -> HEALTHY;
            case WARNING -> DEGRADED;
            case FAILED -> UNHEALTHY;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether a tenant or check in this state needs somebody. */
    boolean isBad() {
        return this == DEGRADED || this == UNHEALTHY;
    }
}
