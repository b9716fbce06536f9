package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Instant;
import java.util.UUID;

/**
 * An alert that is not over.
 *
 * @param tenant null if it concerns the machine
 * @param opened when it was first seen
 * @param foldedInto the alert of a mass failure that speaks for it; null if it speaks for itself
 * @param isTold whether a message about it was sent, or a try has begun
 */
public record OpenAlert(
        UUID id,
        String key,
        String kind,
        Severity severity,
        Finding.Subject tenant,
        String title,
        Instant opened,
        UUID foldedInto,
        boolean isTold) {
    private static final String MASS = "mass";

    static OpenAlert of(UUID id, String kind, Finding finding, UUID foldedInto, Instant now) {
        return new OpenAlert(
                id, finding.key(), kind, finding.severity(), finding.tenant(), finding.title(), now, foldedInto, false);
    }

    static String massKey() {
        return MASS;
    }

    boolean isMass() {
        return MASS.equals(key);
    }

    boolean isOwn() {
        return foldedInto == null && !isMass();
    }
}
