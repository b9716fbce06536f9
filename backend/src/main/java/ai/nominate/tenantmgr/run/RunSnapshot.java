package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import ai.nominate.tenantmgr.run.feed.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An immutable snapshot of a run, for other packages.
 *
 * @param currentStep null unless the run is active
 * @param failure null unless a step failed
 * @param steps in order
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
                steps.stream().map(RunStepRow::view).toList());
    }

    /** Duration, up to {@code now} while it runs; null before it starts. */
    public Long durationMs(Instant now) {
        return startedAt == null
                ? null
                : Duration.between(startedAt, finishedAt == null ? now : finishedAt)
                        .toMillis();
    }
}
