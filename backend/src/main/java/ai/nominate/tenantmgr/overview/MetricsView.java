package ai.nominate.tenantmgr.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the machines used in a part of the last day. */
@Schema(name = "Metrics")
record MetricsView(
        @Schema(description = "Start of the period, inclusive", required = true)
        Instant from,

        @Schema(description = "End of the period, exclusive", required = true)
        Instant to,

        @Schema(
                description = "Length of the time that one sample stands for, in seconds; a multiple of 60",
                required = true)
        int stepSeconds,

        @Schema(description = "The servers that have samples in the period", required = true)
        List<Series> servers) {

    @Schema(name = "MetricsSeries")
    record Series(
            @Schema(description = "Name of the server", required = true)
            String server,

            @Schema(
                    description = "Averages over each step, oldest first; a step without samples is left out",
                    required = true)
            List<Sample> samples) {}

    @Schema(name = "MetricsSample")
    record Sample(
            @Schema(description = "Start of the step", required = true)
            Instant at,

            @Schema(description = "Busy share of all processors in percent, 0 to 100; null if it was not measured")
            Double cpuPercent,

            @Schema(description = "Memory that programs hold", required = true)
            long memoryUsedBytes,

            @Schema(description = "Memory of the machine", required = true)
            long memoryTotalBytes,

            @Schema(description = "Used space on the disk of the manager's home", required = true)
            long diskUsedBytes,

            @Schema(description = "Size of that disk", required = true)
            long diskTotalBytes,

            @Schema(description = "Memory that the manager's own process holds", required = true)
            long managerBytes,

            @Schema(description = "Size of the manager's database", required = true)
            long databaseBytes,

            @Schema(description = "Largest number of connections to the manager's database", required = true)
            int databaseConnections) {}

    static MetricsView of(MetricsQuery query, Map<String, List<Sample>> byServer) {
        return new MetricsView(
                query.from(),
                query.to(),
                query.stepSeconds(),
                byServer.entrySet().stream()
                        .map(each -> new Series(each.getKey(), each.getValue()))
                        .toList());
    }
}
