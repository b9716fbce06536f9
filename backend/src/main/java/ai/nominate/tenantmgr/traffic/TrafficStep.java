package ai.nominate.tenantmgr.traffic;

import java.time.Instant;
import java.util.List;

/** The requests to a tenant in one step of time. @param times how many took how long, by the places of {@link TimeScale} */
record TrafficStep(Instant at, long requests, long clientErrors, long serverErrors, long bytes, long[] times) {
    /** All of them as one, from the begin of the first. */
    static TrafficStep sum(Instant begin, List<TrafficStep> steps) {
        long[] times = new long[TimeScale.PLACES];
        for (TrafficStep step : steps) {
            for (int place = 0; place < step.times.length; place++) {
                times[place] += step.times[place];
            }
        }
        return new TrafficStep(
                begin,
                steps.stream().mapToLong(TrafficStep::requests).sum(),
                steps.stream().mapToLong(TrafficStep::clientErrors).sum(),
                steps.stream().mapToLong(TrafficStep::serverErrors).sum(),
                steps.stream().mapToLong(TrafficStep::bytes).sum(),
                times);
    }

    Integer p50() {
        return TimeScale.quantile(times, 0.5);
    }

    Integer p95() {
        return TimeScale.quantile(times, 0.95);
    }
}
