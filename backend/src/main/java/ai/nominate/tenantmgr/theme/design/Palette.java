package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Optional;

/**
 * The few colours that a theme is made of.
 *
 * @param primary the brand; used as a fill exactly as it is
 * @param background the page in light; empty for white
 * @param foreground the text in light; empty for the darkest grey. Moved as little as needed to be readable
 * @param darkPrimary the brand in dark; empty for the same
 * @param darkBackground the page in dark; empty for the darkest grey
 */
public record Palette(
        Srgb primary,
        Optional<Srgb> secondary,
        Optional<Srgb> accent,
        Neutral neutral,
        Optional<Srgb> background,
        Optional<Srgb> foreground,
        Optional<Srgb> darkPrimary,
        Optional<Srgb> darkBackground) {

    /** A palette of one colour. */
    public static Palette of(Srgb primary) {
        return new Palette(
                primary,
                Optional.empty(),
                Optional.empty(),
                Neutral.TINTED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
