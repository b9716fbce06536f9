package ai.nominate.tenantmgr.theme.design;

import static ai.nominate.tenantmgr.theme.design.Token.*;

import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import ai.nominate.tenantmgr.theme.scale.Stop;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dark scheme: the brand, or the nearest lighter shade of it that is seen on a nearly black page. */
final class DarkScheme {
    private final Palette palette;
    private final ThemeScales scales;
    private final Scale primary;
    private final SemanticColours semantics;
    private final TokenPicks picks;

    DarkScheme(Palette palette, ThemeScales scales, SemanticColours semantics, Map<Token, Srgb> chosen) {
        this.palette = palette;
        this.scales = scales;
        this.primary = palette.darkPrimary().map(Scales::of).orElse(scales.primary());
        this.semantics = semantics;
        this.picks = new TokenPicks(chosen);
    }

    Tokens tokens() {
        page();
        primary();
        picks.fill(
                SECONDARY, SECONDARY_FOREGROUND, palette.secondary().orElse(primary.at(Stop.S900)), scales.secondary());
        picks.fill(
                ACCENT,
                ACCENT_FOREGROUND,
                palette.accent().or(palette::secondary).orElseGet(() -> picks.at(PRIMARY)),
                scales.accent());
        for (Semantic semantic : Semantic.values()) {
            Scale scale = semantics.scale(semantic);
            picks.fill(semantic.solid(), semantic.foreground(), semantics.solid(semantic), scale);
            picks.pick(semantic.soft(), () -> scale.at(Stop.S950));
            picks.pick(
                    semantic.text(),
                    () -> Readable.first(lighter(scale, Stop.S300), Contrast.TEXT, picks.at(semantic.soft())));
        }
        return picks.tokens();
    }

    /** As in light: a page that is not dark has cards of its own colour. */
    private void page() {
        Scale greys = scales.neutral();
        Srgb page = picks.pick(BACKGROUND, () -> palette.darkBackground().orElse(greys.at(Stop.S950)));
        boolean isDark = Readable.on(Srgb.WHITE, Contrast.ENHANCED, page);
        Srgb card = picks.pick(CARD, () -> isDark ? greys.at(Stop.S900) : page);
        Srgb muted = picks.pick(MUTED, () -> isDark ? greys.at(Stop.S800) : page);
        Srgb text = Readable.first(lighter(greys, Stop.S50), Contrast.TEXT, page, card);
        picks.pick(FOREGROUND, () -> text);
        picks.pick(CARD_FOREGROUND, () -> text);
        picks.pick(MUTED_FOREGROUND, () -> Readable.first(lighter(greys, Stop.S400), Contrast.TEXT, page, card, muted));
        picks.pick(BORDER, () -> greys.at(Stop.S800));
        picks.pick(INPUT, () -> Readable.first(lighter(greys, Stop.S600), Contrast.SHAPE, page, card));
    }

    private void primary() {
        Srgb brand = primary.at(primary.anchor());
        List<Srgb> shades = lighter(primary, primary.anchor());
        Srgb page = picks.at(BACKGROUND);
        picks.fill(PRIMARY, PRIMARY_FOREGROUND, Readable.first(shades, Contrast.SHAPE, page), primary);
        picks.primaryStates();
        picks.pick(PRIMARY_BORDER, () -> Readable.first(shades, Contrast.SHAPE, page));
        picks.pick(PRIMARY_TEXT, () -> Readable.first(text(brand), Contrast.TEXT, page, picks.at(CARD)));
        picks.focus(shades);
    }

    private List<Srgb> text(Srgb brand) {
        Stream<Srgb> own = primary.anchor().compareTo(Stop.S400) <= 0 ? Stream.of(brand) : Stream.empty();
        return Stream.concat(own, lighter(primary, Stop.S400).stream()).toList();
    }

    /** The colours from a stop to the lightest, then white and black. */
    private static List<Srgb> lighter(Scale scale, Stop from) {
        return Stream.concat(
                        scale.list().subList(0, from.ordinal() + 1).reversed().stream(),
                        Stream.of(Srgb.WHITE, Srgb.BLACK))
                .toList();
    }
}
