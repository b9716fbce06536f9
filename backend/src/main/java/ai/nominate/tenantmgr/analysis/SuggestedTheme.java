package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Fonts;
import ai.nominate.tenantmgr.theme.design.Neutral;
import ai.nominate.tenantmgr.theme.design.Palette;
import ai.nominate.tenantmgr.theme.design.Radius;
import ai.nominate.tenantmgr.theme.design.ThemeDraft;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import java.util.Map;
import java.util.Optional;

/** The theme of a card. Pure. */
final class SuggestedTheme {
    /** A page at least this light is the page in light, and one at most this dark is the page in dark. WCAG's luminance. */
    private static final double LIGHT = 0.8;

    private static final double DARK = 0.05;

    private SuggestedTheme() {}

    static ThemeDraft of(Card card) {
        Optional<Srgb> page = colour(card.background());
        Optional<Srgb> light = page.filter(colour -> colour.luminance() >= LIGHT);
        Palette palette = new Palette(
                card.readable() ? readable(srgb(card.primary())) : srgb(card.primary()),
                colour(card.secondary()),
                colour(card.accent()),
                Neutral.of(card.neutralFamily()),
                light,
                light.flatMap(colour -> colour(card.foreground())),
                Optional.empty(),
                page.filter(colour -> colour.luminance() <= DARK));
        return new ThemeDraft(
                palette,
                new Fonts(font(card.headingFont()), font(card.bodyFont())),
                radius(card),
                Map.of(),
                Map.of(),
                false);
    }

    /** The first shade from the colour towards black on which white text can be read. */
    private static Srgb readable(Srgb colour) {
        Scale scale = Scales.of(colour);
        return scale.list().subList(scale.anchor().ordinal(), scale.list().size()).stream()
                .filter(shade -> Contrast.ratio(shade, Srgb.WHITE) >= Contrast.TEXT)
                .findFirst()
                .orElse(colour);
    }

    private static Radius radius(Card card) {
        return switch (card.radius()) {
            case NONE -> Radius.NONE;
            case SM -> Radius.SMALL;
            case MD -> Radius.MEDIUM;
            case LG -> Radius.LARGE;
            case FULL -> Radius.FULL;
        };
    }

    /** A name that a theme cannot have is left out: pages name their fonts as they like. */
    private static Optional<FontFamily> font(String family) {
        try {
            return family == null ? Optional.empty() : Optional.of(new FontFamily(family));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static Optional<Srgb> colour(Hex hex) {
        return Optional.ofNullable(hex).map(SuggestedTheme::srgb);
    }

    private static Srgb srgb(Hex hex) {
        return Srgb.of(hex.value());
    }
}
