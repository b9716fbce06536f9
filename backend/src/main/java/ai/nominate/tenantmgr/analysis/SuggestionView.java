package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.theme.design.Theme;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One suggestion: the measured colours, and the theme that they make. */
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

        @Schema(description = "The colours as measured on the page", required = true)
        PaletteView palette,

        @Schema(description = "The theme, as it would be applied", required = true)
        SuggestedThemeView theme,

        @Schema(description = "Contrast of the theme", required = true)
        ContrastView contrast,

        @Schema(description = "Whether it was applied", required = true)
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
                PaletteView.of(card),
                SuggestedThemeView.of(theme, card.darkFirst()),
                ContrastView.of(theme),
                row.selectedAt != null);
    }

    /** Measured colours. */
    @Schema(name = "SuggestedPalette")
    record PaletteView(
            @Schema(description = "Primary colour", required = true, examples = "#1d4ed8")
            String primary,

            @Schema(description = "Secondary colour; null if the page has none")
            String secondary,

            @Schema(description = "Accent; null if the page has none")
            String accent,

            @Schema(description = "Background of the page; null if unknown")
            String background,

            @Schema(description = "Ordinary text of the page; null if unknown")
            String foreground,

            @Schema(description = "Family of greys, by its name in Tailwind", required = true, examples = "slate")
            String neutral) {
        static PaletteView of(Card card) {
            return new PaletteView(
                    card.primary().value(),
                    value(card.secondary()),
                    value(card.accent()),
                    value(card.background()),
                    value(card.foreground()),
                    card.neutralFamily());
        }

        private static String value(Hex hex) {
            return hex == null ? null : hex.value();
        }
    }
}
