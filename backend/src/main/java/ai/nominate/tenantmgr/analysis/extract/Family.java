package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.theme.colour.Oklch;
import java.util.List;

/**
 * Tints and shades of one hue. Style sheets make the colours of hovered buttons, soft surfaces and borders out of the brand's, so what speaks for
 * them speaks in part for the purest colour of their hue. Material's score counts the neighbours of a hue in the same way.
 */
final class Family {
    private static final double SAME_HUE = 15;
    private static final double PURE = 0.04;
    private static final double TINTED = 0.02;
    private static final double PART = 0.35;
    /** A tint that has more than this many times the score is a colour of its own. */
    private static final double OWN = 1.6;

    private Family() {}

    /** @return what the tints add to the score of a cluster, at most {@code PART} of its own score */
    static double support(Scored one, List<Scored> all) {
        Oklch colour = one.cluster().colour();
        if (colour.chroma() < PURE) {
            return 0;
        }
        double tints = all.stream()
                .filter(other -> isTint(other.cluster().colour(), colour) && other.score() <= OWN * one.score())
                .mapToDouble(Scored::score)
                .sorted()
                .sum();
        return PART * Math.min(tints, one.score());
    }

    private static boolean isTint(Oklch other, Oklch colour) {
        return other.chroma() >= TINTED
                && other.chroma() < colour.chroma()
                && Math.abs(Oklch.arc(other.hue(), colour.hue())) <= SAME_HUE;
    }
}
