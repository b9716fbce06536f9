package ai.nominate.tenantmgr.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A run as other packages see it, at one moment.
 *
 * @param currentStep null unless it is running
 * @param failure null unless a step failed
 * @param steps in their order
 */
public record RunSnapshot(
        UUID id,
        String kind,
        RunSubject subject,
        RunStatus status,
        String currentStep,
        int progressPercent,
        String actor,
        String reason,
        Failure failure,
        Instant queuedAt,
        Instant startedAt,
        Instant finishedAt,
        List<StepView> steps) {
    public RunSnapshot {
        steps = List.copyOf(steps);
    }

    static RunSnapshot of(RunRow row, List<RunStepRow> steps) {
        return new RunSnapshot(
                row.id,
                row.kind,
                row.subject(),
                RunStatus.of(row.status),
                row.currentStep,
                row.progressPercent,
                row.actor,
                row.reason,
                row.failure,
                row.queuedAt,
                row.startedAt,
                row.finishedAt,
                steps.stream().map(StepView::of).toList());
    }

    /** The time from its start to its end, or to {@code now}; null before it starts. */
    public Long durationMs(Instant now) {
        return startedAt == null
                ? null
                : Duration.between(startedAt, finishedAt == null ? now : finishedAt)
                        .toMillis();
    }
}
