package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.retention.DailyTimes;
import ai.nominate.tenantmgr.backup.retention.Policy;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Entity
@Table(name = "backup_schedule")
class ScheduleRow extends PanacheEntityBase {
    @Id
    UUID tenantId;

    boolean enabled;
    String at;
    /** Numbers with commas; null for each day. */
    String days;

    String zone;
    int keepLast;
    int keepDaily;
    int keepWeekly;
    int keepMonthly;
    int keepYearly;
    int keepWithinDays;
    Instant nextRun;
    Instant lastRun;
    Instant changedAt;
    String changedBy;

    Policy policy() {
        return new Policy(keepLast, keepDaily, keepWeekly, keepMonthly, keepYearly, keepWithinDays);
    }

    DailyTimes times() {
        Set<Integer> weekdays = days == null
                ? Set.of()
                : Arrays.stream(days.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        return new DailyTimes(LocalTime.parse(at), weekdays, ZoneId.of(zone));
    }
}
