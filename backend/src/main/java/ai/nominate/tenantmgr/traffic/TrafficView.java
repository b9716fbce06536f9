package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.series.HistoryQuery;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The requests to a tenant over time. */
@Schema(name = "Traffic")
record TrafficView(
        @Schema(description = "Begin, inclusive", required = true)
        Instant from,

        @Schema(description = "End, exclusive", required = true)
        Instant to,

        @Schema(description = "Length of a step", required = true)
        int resolutionSeconds,

        @Schema(description = "All steps together", required = true)
        Step total,

        @Schema(description = "The steps that have requests, in order of time", required = true)
        List<Step> steps) {
    @Schema(name = "TrafficStep")
    record Step(
            @Schema(description = "Begin", required = true) Instant at,

            @Schema(description = "Number of requests", required = true)
            long requests,

            @Schema(description = "Number of answers with a status from 400 to 499", required = true)
            long clientErrors,

            @Schema(description = "Number of answers with a status from 500 on", required = true)
            long serverErrors,

            @Schema(description = "Bytes of the answers, without their headers", required = true)
            long bytes,

            @Schema(
                    description =
                            "Time in milliseconds within which half of the requests was answered, from a histogram; "
                                    + "null if none was timed. Event streams and WebSockets are not timed")
            Integer p50Ms,

            @Schema(description = "Time in milliseconds within which 95 % were answered; null if none was timed")
            Integer p95Ms) {
        static Step of(TrafficStep step) {
            return new Step(
                    step.at(),
                    step.requests(),
                    step.clientErrors(),
                    step.serverErrors(),
                    step.bytes(),
                    step.p50(),
                    step.p95());
        }
    }

    static TrafficView of(HistoryQuery query, List<TrafficStep> steps) {
        return new TrafficView(
                query.from(),
                query.to(),
                query.step().seconds(),
                Step.of(TrafficStep.sum(query.from(), steps)),
                steps.stream().map(Step::of).toList());
    }
}
