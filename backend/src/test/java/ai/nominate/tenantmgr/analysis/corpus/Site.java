package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import java.util.List;

/**
 * A labelled website of the corpus.
 *
 * @param name unique; the unit by which the corpus is split
 * @param trap what makes it hard
 * @param primary the brand's colours that count as right; empty for a page without a brand
 * @param accent a second colour of the brand that was used on purpose; null if there is none
 * @param font of its text
 * @param logo text by which its logo is known, part of the alternative text; empty if it has none
 */
public record Site(String name, Trap trap, List<Hex> primary, Hex accent, String font, String logo, boolean heldOut) {
    /** What a page makes hard. */
    public enum Trap {
        PLAIN,
        CONSENT,
        PHOTO,
        BLACK_CTA,
        DEFAULT_BLUE,
        STATUS_RED,
        CHAT,
        LOGO_WALL,
        NO_NAMES,
        OKLCH,
        GRADIENT,
        DARK_SITE,
        CURRENT_COLOR,
        GHOST,
        LOGO_ONLY,
        MONOCHROME,
        OTHER_CTA,
        NO_BRAND
    }
}
