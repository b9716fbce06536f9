package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.run.RunSnapshot;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The suggestions of an analysis, and how far it is. */
@Schema(name = "ThemeSuggestions")
record SuggestionsView(
        @Schema(description = "The analysis", required = true)
        UUID analysisId,

        @Schema(
                description = "Its status",
                required = true,
                enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
        String status,

        @Schema(description = "Progress, 0 to 100", required = true)
        int progressPercent,

        @Schema(
                description =
                        "Who made the suggestions: claude if the AI provider contributed; null before there are any",
                enumeration = {"local", "claude"})
        String source,

        @Schema(
                description =
                        "What to know about the result, such as why the AI provider did not contribute; null if nothing")
        String note,

        @Schema(description = "Screenshots of the page", required = true)
        List<ScreenshotView> screenshots,

        @Schema(description = "The suggestions, the best first; empty before the analysis ends", required = true)
        List<SuggestionView> suggestions) {

    static SuggestionsView of(
            RunSnapshot run, AnalysisRow row, List<ScreenshotRow> screenshots, List<SuggestionRow> suggestions) {
        return new SuggestionsView(
                row.id,
                run.status().id(),
                run.progressPercent(),
                row.source,
                row.note,
                screenshots.stream()
                        .map(each -> ScreenshotView.of(row.id, each))
                        .toList(),
                suggestions.stream().map(SuggestionView::of).toList());
    }
}
