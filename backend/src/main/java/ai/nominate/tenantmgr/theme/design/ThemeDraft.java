package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Map;

/**
 * What a person or an analysis decides about a theme; the rest follows from it.
 *
 * @param light colours chosen for light, in place of those derived from the palette
 * @param dark the same for dark
 * @param brandOverride whether pairs with too little contrast are kept on purpose
 */
public record ThemeDraft(
        Palette palette,
        Fonts fonts,
        Radius radius,
        Map<Token, Srgb> light,
        Map<Token, Srgb> dark,
        boolean brandOverride) {
    public ThemeDraft {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    public static ThemeDraft of(Palette palette) {
        return new ThemeDraft(palette, Fonts.OF_THE_SYSTEM, Radius.MEDIUM, Map.of(), Map.of(), false);
    }
}
