package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.Stored.Contribution;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.logo.FoundLogo;
import ai.nominate.tenantmgr.analysis.logo.FoundLogoView;
import ai.nominate.tenantmgr.run.RunSnapshot;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.feed.StepView;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An analysis with its evidence. What a step has not found out yet is null or empty. */
@Schema(name = "Analysis")
record AnalysisView(
        @Schema(description = "Analysis id; its run has the same", required = true)
        UUID id,

        @Schema(description = "Tenant id", required = true) UUID tenantId,

        @Schema(description = "Address that was asked for", required = true)
        String url,

        @Schema(
                description = "Status",
                required = true,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "The running step") String currentStep,

        @Schema(description = "Progress, 0 to 100", required = true)
        int progressPercent,

        @Schema(description = "All steps in order", required = true)
        List<StepView> steps,

        @Schema(
                description = "Who made the suggestions; null before there are any",
                enumeration = {"local", "claude"})
        String source,

        @Schema(description = "What to know about the result, for people; null if nothing")
        String note,

        @Schema(description = "Address of the page in the end, after redirects; null before the capture")
        String address,

        @Schema(description = "Title of the page; null before the capture")
        String title,

        @Schema(description = "Screenshots", required = true)
        List<ScreenshotView> screenshots,

        @Schema(description = "Colours of the page, by the local extractor's score", required = true)
        List<SwatchView> swatches,

        @Schema(
                description =
                        "Pictures of the page that the tenant could have as its logo, the likely one first; at most four",
                required = true)
        List<FoundLogoView> logos,

        @Schema(description = "Choices of the local extractor, and of the model if it answered", required = true)
        List<ChoiceView> choices,

        @Schema(description = "The AI provider's part; null if it was not asked")
        AiView ai,

        @Schema(description = "The failure; null unless the analysis failed or was cancelled")
        Failure failure,

        @Schema(description = "User or token that requested it", required = true)
        String actor,

        @Schema(description = "Time of the request", required = true)
        Instant queuedAt,

        @Schema(description = "End time") Instant finishedAt) {

    static AnalysisView of(RunSnapshot run, AnalysisRow row, List<ScreenshotRow> screenshots, List<FoundLogo> logos) {
        Snapshot snapshot =
                row.snapshot == null ? null : SnapshotJson.read(row.snapshot.getBytes(StandardCharsets.UTF_8));
        Answer answer = row.answer == null ? null : Stored.answer(row.answer);
        Contribution contribution = row.advice == null ? null : Stored.contribution(row.advice);
        return new AnalysisView(
                row.id,
                row.tenantId,
                row.url,
                run.status().id(),
                run.currentStep(),
                run.progressPercent(),
                run.steps(),
                row.source,
                row.note,
                snapshot == null ? null : snapshot.address(),
                snapshot == null ? null : snapshot.title(),
                screenshots.stream()
                        .map(each -> ScreenshotView.of(row.id, each))
                        .toList(),
                answer == null
                        ? List.of()
                        : answer.swatches().stream().map(SwatchView::of).toList(),
                FoundLogoView.list(
                        row.id,
                        logos,
                        snapshot,
                        answer == null || answer.logo() == null
                                ? null
                                : answer.logo().id()),
                choices(answer, contribution),
                contribution == null ? null : AiView.of(contribution),
                run.failure(),
                run.actor(),
                run.queuedAt(),
                run.finishedAt());
    }

    private static List<ChoiceView> choices(Answer answer, Contribution contribution) {
        List<ChoiceView> choices = new ArrayList<>();
        if (answer != null) {
            choices.addAll(ChoiceView.of(Source.LOCAL, answer.roles()));
        }
        if (contribution != null && contribution.choice() != null) {
            choices.addAll(ChoiceView.of(Source.CLAUDE, contribution.choice().roles()));
        }
        return List.copyOf(choices);
    }
}
