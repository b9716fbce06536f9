package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.series.DayPartitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The days of samples and of sums of five minutes. */
@Singleton
class HealthPartitions {
    private final DayPartitions samples;
    private final DayPartitions fiveMinutes;

    HealthPartitions(Pool pool) {
        this.samples = new DayPartitions(pool, "health_sample");
        this.fiveMinutes = new DayPartitions(pool, "health_5m");
    }

    /** Makes the days of these samples, if one is missing. */
    Uni<Void> ensure(Collection<CheckResult> results) {
        return samples.ensure(results.stream()
                .map(result -> day(result.at()))
                .distinct()
                .sorted()
                .toList());
    }

    /** Makes the days from one time to another for sums of five minutes. */
    Uni<Void> ensureSums(Instant from, Instant to) {
        return fiveMinutes.ensure(day(from).datesUntil(day(to).plusDays(1)).toList());
    }

    /** Makes the next two days, and drops those that are not kept any more. */
    Uni<Void> keep(Instant now, int sampleDays, int fiveMinuteDays) {
        LocalDate today = day(now);
        List<LocalDate> ahead = List.of(today, today.plusDays(1), today.plusDays(2));
        return samples.ensure(ahead)
                .chain(() -> fiveMinutes.ensure(ahead))
                .chain(() -> samples.dropBefore(today.minusDays(sampleDays)))
                .chain(() -> fiveMinutes.dropBefore(today.minusDays(fiveMinuteDays)))
                .replaceWithVoid();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
