package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.series.HistoryQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant's checks found over time. */
@Schema(name = "HealthHistory")
record HealthHistoryView(
        @Schema(description = "Begin, inclusive", required = true)
        Instant from,

        @Schema(description = "End, exclusive", required = true)
        Instant to,

        @Schema(description = "Length of a step", required = true)
        int resolutionSeconds,

        @Schema(description = "The checks that have results in this time", required = true)
        List<Series> checks) {

    @Schema(name = "HealthSeries")
    record Series(
            @Schema(
                    description = "The check",
                    required = true,
                    enumeration = {"frontend", "backend", "service", "database", "disk", "certificate"})
            String kind,

            @Schema(
                    description =
                            "Share of results that did not fail, among those that say something of the tenant; null "
                                    + "if there are none",
                    examples = "99.95")
            Double okPercent,

            @Schema(description = "The steps that have results, in order of time", required = true)
            List<Bucket> steps) {

        static Series of(CheckKind kind, List<Bucket> steps) {
            long failed = steps.stream().mapToLong(Bucket::failed).sum();
            long known = steps.stream()
                    .mapToLong(step -> step.results() - step.unknown())
                    .sum();
            Double percent = known == 0 ? null : Math.floor((known - failed) * 100_000.0 / known) / 1000;
            return new Series(kind.id(), percent, steps);
        }
    }

    @Schema(name = "HealthStep")
    record Bucket(
            @Schema(description = "Begin", required = true) Instant at,

            @Schema(description = "Number of results", required = true)
            long results,

            @Schema(description = "Number of warnings among them", required = true)
            long warned,

            @Schema(description = "Number of failures among them", required = true)
            long failed,

            @Schema(description = "Number of those that say nothing of the tenant", required = true)
            long unknown,

            @Schema(description = "Average time of an answer; null if nothing was asked")
            Integer averageMs,

            @Schema(description = "Longest time of an answer; null if nothing was asked")
            Integer longestMs) {}

    static HealthHistoryView of(HistoryQuery query, Map<CheckKind, List<Bucket>> byKind) {
        return new HealthHistoryView(
                query.from(),
                query.to(),
                query.step().seconds(),
                byKind.entrySet().stream()
                        .map(series -> Series.of(series.getKey(), series.getValue()))
                        .toList());
    }
}
