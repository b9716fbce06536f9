package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Gamut;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Stop;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Colours of a scheme, picked one after the other: each suits those before it, and a chosen colour replaces any pick. */
final class TokenPicks {
    private static final double HOVER = 0.045;
    private static final double ACTIVE = 0.09;
    /** Less would not be noticed. */
    private static final double NOTICED = 2.3;

    private final Map<Token, Srgb> chosen;
    private final Map<Token, Srgb> picked = new EnumMap<>(Token.class);

    TokenPicks(Map<Token, Srgb> chosen) {
        this.chosen = chosen;
    }

    Srgb pick(Token token, Supplier<Srgb> colour) {
        Srgb given = chosen.get(token);
        Srgb result = given == null ? colour.get() : given;
        picked.put(token, result);
        return result;
    }

    Srgb at(Token token) {
        return picked.get(token);
    }

    /** A fill and the text on it. */
    void fill(Token fill, Token text, Srgb colour, Scale scale) {
        pick(fill, () -> colour);
        pick(text, () -> Readable.onFill(at(fill), scale.at(Stop.S950)));
    }

    /** The primary button under the pointer and pressed: away from the colour of its text, so that it stays readable. */
    void primaryStates() {
        pick(Token.PRIMARY_HOVER, () -> state(HOVER));
        pick(Token.PRIMARY_ACTIVE, () -> state(ACTIVE));
    }

    /** The focus line in the brand's colour, and a gap that is seen on a button of any colour. */
    void focus(List<Srgb> lines) {
        Srgb page = at(Token.BACKGROUND);
        pick(Token.RING, () -> Readable.first(lines, Contrast.SHAPE, page, at(Token.CARD)));
        pick(
                Token.RING_OFFSET,
                () -> Readable.on(page, Contrast.SHAPE, at(Token.PRIMARY)) ? page : at(Token.PRIMARY_FOREGROUND));
    }

    Tokens tokens() {
        return new Tokens(picked);
    }

    private Srgb state(double step) {
        Srgb fill = at(Token.PRIMARY);
        Srgb text = at(Token.PRIMARY_FOREGROUND);
        double away = text.luminance() > fill.luminance() ? -step : step;
        return Stream.of(away, -away)
                .map(move -> moved(fill, move))
                .filter(state -> ColourDifference.between(fill, state) >= NOTICED)
                .filter(state -> Readable.on(text, Contrast.TEXT, state))
                .findFirst()
                .orElse(fill);
    }

    private static Srgb moved(Srgb colour, double lightness) {
        Oklch from = Oklch.of(colour);
        return Gamut.fit(from.withLightness(Math.clamp(from.lightness() + lightness, 0, 1)));
    }
}
