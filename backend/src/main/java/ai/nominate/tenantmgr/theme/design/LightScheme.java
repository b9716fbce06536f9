package ai.nominate.tenantmgr.theme.design;

import static ai.nominate.tenantmgr.theme.design.Token.*;

import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Stop;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The light scheme: the exact brand on a white page. */
final class LightScheme {
    private final Palette palette;
    private final ThemeScales scales;
    private final SemanticColours semantics;
    private final TokenPicks picks;

    LightScheme(Palette palette, ThemeScales scales, SemanticColours semantics, Map<Token, Srgb> chosen) {
        this.palette = palette;
        this.scales = scales;
        this.semantics = semantics;
        this.picks = new TokenPicks(chosen);
    }

    Tokens tokens() {
        page();
        primary();
        picks.fill(
                SECONDARY,
                SECONDARY_FOREGROUND,
                palette.secondary().orElse(scales.primary().at(Stop.S100)),
                scales.secondary());
        picks.fill(
                ACCENT,
                ACCENT_FOREGROUND,
                palette.accent().or(palette::secondary).orElse(palette.primary()),
                scales.accent());
        for (Semantic semantic : Semantic.values()) {
            Scale scale = semantics.scale(semantic);
            picks.fill(semantic.solid(), semantic.foreground(), semantics.solid(semantic), scale);
            picks.pick(semantic.soft(), () -> scale.at(Stop.S50));
            picks.pick(
                    semantic.text(),
                    () -> Readable.first(darker(scale, Stop.S700), Contrast.TEXT, picks.at(semantic.soft())));
        }
        return picks.tokens();
    }

    /** No text could be read on both a dark page and white cards, so such a page has cards of its own colour. */
    private void page() {
        Scale greys = scales.neutral();
        Srgb page = picks.pick(BACKGROUND, () -> palette.background().orElse(Srgb.WHITE));
        boolean isLight = Readable.on(Srgb.BLACK, Contrast.ENHANCED, page);
        Srgb card = picks.pick(CARD, () -> isLight ? Srgb.WHITE : page);
        Srgb muted = picks.pick(MUTED, () -> isLight ? greys.at(Stop.S100) : page);
        Srgb text = palette.foreground()
                .flatMap(wanted -> Readable.nearest(wanted, Contrast.TEXT, page, card))
                .orElseGet(() -> Readable.first(blackAfter(greys), Contrast.TEXT, page, card));
        picks.pick(FOREGROUND, () -> text);
        picks.pick(CARD_FOREGROUND, () -> text);
        picks.pick(MUTED_FOREGROUND, () -> Readable.first(darker(greys, Stop.S500), Contrast.TEXT, page, card, muted));
        picks.pick(BORDER, () -> greys.at(Stop.S200));
        picks.pick(INPUT, () -> Readable.first(darker(greys, Stop.S400), Contrast.SHAPE, page, card));
    }

    private void primary() {
        Scale scale = scales.primary();
        Srgb brand = palette.primary();
        List<Srgb> shades = Stream.concat(Stream.of(brand), darker(scale, Stop.S50).stream())
                .toList();
        Srgb page = picks.at(BACKGROUND);
        picks.fill(PRIMARY, PRIMARY_FOREGROUND, brand, scale);
        picks.primaryStates();
        picks.pick(PRIMARY_BORDER, () -> Readable.first(shades, Contrast.SHAPE, page));
        picks.pick(PRIMARY_TEXT, () -> Readable.first(shades, Contrast.TEXT, page, picks.at(CARD)));
        picks.focus(shades);
    }

    /** The colours from a stop to the darkest, then black and white, one of which passes on any single ground. */
    private static List<Srgb> darker(Scale scale, Stop from) {
        return Stream.concat(
                        scale.list().subList(from.ordinal(), scale.list().size()).stream(),
                        Stream.of(Srgb.BLACK, Srgb.WHITE))
                .toList();
    }

    private static List<Srgb> blackAfter(Scale greys) {
        return List.of(greys.at(Stop.S950), Srgb.BLACK, Srgb.WHITE);
    }
}
