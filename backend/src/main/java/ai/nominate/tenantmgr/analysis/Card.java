package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import java.util.List;

/**
 * A suggestion as it is stored: measured colours, and the reason. How they become a theme is up to {@code theme}.
 *
 * @param primary as measured, also if the theme is to use a more readable shade of it
 * @param secondary null if the page has none, as the other colours
 * @param neutralFamily one of Tailwind's
 * @param headingFont null if unknown
 * @param bodyFont null if unknown
 * @param readable whether the fill is moved until white text can be read on it
 * @param darkFirst whether it is meant for dark
 * @param agrees whether the local extractor and the model chose the same primary colour; true if only one was asked
 * @param evidence ids of uses and declared sources
 */
record Card(
        Source source,
        String title,
        String reasoning,
        double confidence,
        Hex primary,
        Hex secondary,
        Hex accent,
        Hex background,
        Hex foreground,
        String neutralFamily,
        String headingFont,
        String bodyFont,
        Radius radius,
        boolean readable,
        boolean darkFirst,
        boolean agrees,
        List<String> evidence) {
    Card {
        evidence = List.copyOf(evidence);
    }

    /** Whether both would make the same theme. */
    boolean looksLike(Card other) {
        return primary.equals(other.primary)
                && java.util.Objects.equals(secondary, other.secondary)
                && java.util.Objects.equals(accent, other.accent)
                && readable == other.readable
                && darkFirst == other.darkFirst;
    }
}
