package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.Radius;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.design.ThemeDraft;
import ai.nominate.tenantmgr.theme.design.ThemeScales;
import ai.nominate.tenantmgr.theme.design.Token;
import ai.nominate.tenantmgr.theme.design.Tokens;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Stop;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complete theme as JSON: stored, answered and exported. It bears its colours, so that a version looks the same after the
 * manager has learned to derive better ones.
 */
@Schema(name = "Theme")
public record ThemeContent(
        @Schema(description = "The colours that the theme is made of", required = true)
        PaletteView palette,

        @Schema(description = "Fonts", required = true) FontsView fonts,

        @Schema(
                description = "How round corners are",
                required = true,
                enumeration = {"none", "small", "medium", "large", "full"})
        String radius,

        @Schema(description = "Colours chosen for light, by the name of the token", required = true)
        Map<String, String> light,

        @Schema(description = "Colours chosen for dark, by the name of the token", required = true)
        Map<String, String> dark,

        @Schema(description = "Whether pairs that lack contrast are accepted", required = true)
        boolean brandOverride,

        @Schema(description = "The shades 50 to 950 of primary, secondary, accent and neutral", required = true)
        Map<String, Map<String, String>> scales,

        @Schema(description = "The colour of each token in light and in dark", required = true)
        TokensView tokens) {

    /** The colours of both schemes. */
    @Schema(name = "ThemeTokens")
    public record TokensView(
            @Schema(description = "The colour of each token in light", required = true)
            Map<String, String> light,

            @Schema(description = "The colour of each token in dark", required = true)
            Map<String, String> dark) {}

    public static ThemeContent of(Theme theme) {
        ThemeDraft draft = theme.draft();
        Map<String, Map<String, String>> scales = new LinkedHashMap<>();
        theme.scales().byName().forEach((name, scale) -> scales.put(name, shades(scale)));
        return new ThemeContent(
                PaletteView.of(draft.palette()),
                FontsView.of(draft.fonts()),
                draft.radius().key(),
                texts(draft.light()),
                texts(draft.dark()),
                draft.brandOverride(),
                scales,
                new TokensView(
                        texts(theme.light().colours()), texts(theme.dark().colours())));
    }

    /** The theme with exactly these colours. */
    public Theme theme() {
        ThemeDraft draft = new ThemeDraft(
                palette.checked(new Fields()),
                fonts.checked(new Fields()),
                Radius.of(radius),
                colours(light),
                colours(dark),
                brandOverride);
        ThemeScales all = new ThemeScales(scale("primary"), scale("secondary"), scale("accent"), scale("neutral"));
        return new Theme(draft, all, new Tokens(colours(tokens.light())), new Tokens(colours(tokens.dark())));
    }

    private Scale scale(String name) {
        Map<Stop, Srgb> shades = new EnumMap<>(Stop.class);
        scales.get(name).forEach((stop, hex) -> shades.put(Stop.of(stop), Srgb.of(hex)));
        Stop anchor = Stream.of(Stop.values())
                .filter(stop -> shades.get(stop).hex().equals(palette.primary()))
                .findFirst()
                .orElse(Stop.S500);
        return new Scale(anchor, shades);
    }

    private static Map<String, String> shades(Scale scale) {
        Map<String, String> shades = new LinkedHashMap<>();
        for (Stop stop : Stop.values()) {
            shades.put(stop.toString(), scale.at(stop).hex());
        }
        return shades;
    }

    private static Map<String, String> texts(Map<Token, Srgb> colours) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Token token : Token.values()) {
            if (colours.containsKey(token)) {
                texts.put(token.key(), colours.get(token).hex());
            }
        }
        return texts;
    }

    private static Map<Token, Srgb> colours(Map<String, String> texts) {
        Map<Token, Srgb> colours = new EnumMap<>(Token.class);
        texts.forEach((key, hex) -> colours.put(Token.of(key), Srgb.of(hex)));
        return colours;
    }
}
