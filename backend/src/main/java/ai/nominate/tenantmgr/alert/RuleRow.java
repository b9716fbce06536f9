package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.alert.plan.QuietHours;
import ai.nominate.tenantmgr.alert.plan.Rule;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Entity
@Table(name = "alert_rule")
class RuleRow extends PanacheEntityBase {
    @Id
    UUID id;

    String name;
    boolean enabled;
    String[] kinds;
    String leastSeverity;
    String[] labels;
    UUID tenantId;
    String[] channels;
    int delaySeconds;
    /** {@code HH:mm}; null if no hours are quiet. */
    String quietFrom;

    String quietTo;
    String quietZone;
    boolean quietCritical;
    Instant createdAt;
    String createdBy;

    Rule rule() {
        return new Rule(
                id,
                Set.of(kinds),
                Severity.of(leastSeverity),
                Set.of(labels),
                Optional.ofNullable(tenantId),
                Arrays.stream(channels).map(UUID::fromString).toList(),
                Duration.ofSeconds(delaySeconds),
                quietFrom == null
                        ? Optional.empty()
                        : Optional.of(new QuietHours(
                                LocalTime.parse(quietFrom),
                                LocalTime.parse(quietTo),
                                ZoneId.of(quietZone),
                                quietCritical)));
    }
}
