package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which channels get messages about which alerts.
 *
 * @param kinds of alerts; empty for all
 * @param labels tenants with at least one of them; empty for all, as is the tenant
 * @param delay an alert that is over within it is not told
 */
public record Rule(
        UUID id,
        Set<String> kinds,
        Severity least,
        Set<String> labels,
        Optional<UUID> tenant,
        List<UUID> channels,
        Duration delay,
        Optional<QuietHours> quiet) {

    boolean covers(String kind, Finding finding) {
        return (kinds.isEmpty() || kinds.contains(kind))
                && least.includes(finding.severity())
                && isAbout(finding.tenant());
    }

    /** The machine is nobody's: rules for some tenants do not cover it. */
    private boolean isAbout(Finding.Subject subject) {
        if (subject == null) {
            return labels.isEmpty() && tenant.isEmpty();
        }
        return tenant.map(subject.id()::equals).orElse(true)
                && (labels.isEmpty() || subject.labels().stream().anyMatch(labels::contains));
    }

    /** When a message of this severity may be sent, at this time or later. */
    Instant allowed(Severity severity, Instant at) {
        return quiet.filter(hours -> hours.holdsCritical() || severity != Severity.CRITICAL)
                .map(hours -> hours.end(at))
                .orElse(at);
    }
}
