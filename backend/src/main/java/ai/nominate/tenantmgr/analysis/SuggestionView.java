package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.theme.ContrastView;
import ai.nominate.tenantmgr.theme.PaletteView;
import ai.nominate.tenantmgr.theme.ThemeContent;
import ai.nominate.tenantmgr.theme.design.ContrastCheck;
import ai.nominate.tenantmgr.theme.design.Theme;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One suggestion: colours that were measured, and the theme that they make. */
@Schema(name = "ThemeSuggestion")
record SuggestionView(
        @Schema(description = "Suggestion id", required = true)
        UUID id,

        @Schema(description = "Title", required = true) String title,

        @Schema(description = "Why, for people", required = true)
        String reasoning,

        @Schema(description = "Probability that its primary colour is the brand's, 0 to 1", required = true)
        double confidence,

        @Schema(
                description = "Who chose the colours",
                required = true,
                enumeration = {"local", "claude"})
        String source,

        @Schema(
                description =
                        "Whether the local extractor and the model chose the same primary colour; true if only one was asked",
                required = true)
        boolean agrees,

        @Schema(description = "Ids of the evidence, as in the analysis", required = true)
        List<String> evidence,

        @Schema(
                description = "Its primary colour as measured; a more readable theme uses a shade of it",
                required = true)
        String measured,

        @Schema(description = "The colours that the theme is made of", required = true)
        PaletteView palette,

        @Schema(description = "The theme, as it would be applied", required = true)
        ThemeContent theme,

        @Schema(description = "Contrast of each pair of its colours in light and dark", required = true)
        List<ContrastView> contrast,

        @Schema(description = "Whether it is meant for dark first", required = true)
        boolean darkFirst,

        @Schema(description = "Whether it is the tenant's suggestion that was applied last", required = true)
        boolean selected) {

    static SuggestionView of(SuggestionRow row) {
        Card card = Stored.card(row.card);
        Theme theme = Theme.of(SuggestedTheme.of(card));
        return new SuggestionView(
                row.id,
                card.title(),
                card.reasoning(),
                card.confidence(),
                card.source().id(),
                card.agrees(),
                card.evidence(),
                card.primary().value(),
                PaletteView.of(theme.draft().palette()),
                ThemeContent.of(theme),
                ContrastCheck.of(theme).stream().map(ContrastView::of).toList(),
                card.darkFirst(),
                row.selectedAt != null);
    }
}
