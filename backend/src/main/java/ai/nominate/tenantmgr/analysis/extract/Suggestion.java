package ai.nominate.tenantmgr.analysis.extract;

import java.util.List;

/**
 * A theme to choose from: ids of swatches and the reason. How the ids become a theme is for others.
 *
 * @param primary id of a swatch; a suggestion always has one
 * @param secondary id of a swatch; empty if the page has none
 * @param accent id of a swatch; empty if the page has none
 * @param neutralFamily one of Tailwind's neutral families: {@code slate}, {@code gray}…
 * @param dark whether dark comes first
 * @param confidence that people take it for the brand, 0 to 1
 * @param evidence as in {@link Choice}
 */
public record Suggestion(
        Kind kind,
        String title,
        String primary,
        String secondary,
        String accent,
        String neutralFamily,
        boolean dark,
        double confidence,
        List<String> evidence,
        String reason) {
    public Suggestion {
        evidence = List.copyOf(evidence);
    }

    /** How it was made. */
    public enum Kind {
        /** The measured colours, unchanged. */
        FAITHFUL,
        /** The same hues, the solid colour moved until white text can be read on it. */
        ACCESSIBLE,
        /** Led by the runner-up or by the accent. */
        ALTERNATIVE,
        DARK_FIRST
    }
}
