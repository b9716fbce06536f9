package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.Fonts;
import ai.nominate.tenantmgr.theme.design.Palette;
import ai.nominate.tenantmgr.theme.design.Radius;
import ai.nominate.tenantmgr.theme.design.ThemeDraft;
import ai.nominate.tenantmgr.theme.design.Token;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A theme as a person decides it; everything else follows from the palette. */
@Schema(name = "ThemeChange")
public record ThemeChange(
        @Schema(description = "The colours that the theme is made of", required = true)
        PaletteView palette,

        @Schema(description = "Fonts; default: those of the visitor's system")
        FontsView fonts,

        @Schema(
                description = "How round corners are; default: medium",
                enumeration = {"none", "small", "medium", "large", "full"})
        String radius,

        @Schema(
                description = "Colours chosen for light, by the name of the token; the others follow from the palette",
                examples = "{\"background\": \"#fff7e0\"}")
        Map<String, String> light,

        @Schema(
                description = "Colours chosen for dark, by the name of the token; the others follow from the palette",
                examples = "{\"card\": \"#101820\"}")
        Map<String, String> dark,

        @Schema(description = "Accept pairs of colours that lack the required contrast; default: false")
        Boolean brandOverride) {

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException with all invalid fields */
    public ThemeDraft checked() {
        Fields fields = new Fields();
        PaletteView given = fields.required("palette", palette, same -> same);
        Palette checked = given == null ? null : given.checked(fields);
        Fonts chosenFonts = fonts == null ? Fonts.OF_THE_SYSTEM : fonts.checked(fields);
        Radius corners = fields.optional("radius", radius, Radius::of);
        Map<Token, Srgb> chosenLight = tokens(fields, "light", light);
        Map<Token, Srgb> chosenDark = tokens(fields, "dark", dark);
        fields.throwIfInvalid();
        return new ThemeDraft(
                checked,
                chosenFonts,
                corners == null ? Radius.MEDIUM : corners,
                chosenLight,
                chosenDark,
                Boolean.TRUE.equals(brandOverride));
    }

    private static Map<Token, Srgb> tokens(Fields fields, String name, Map<String, String> given) {
        Map<Token, Srgb> colours = new EnumMap<>(Token.class);
        if (given != null) {
            given.forEach((key, hex) -> {
                String field = name + "." + shown(key);
                Token token = fields.required(field, key, Token::of);
                Srgb colour = fields.required(field, hex, Srgb::of);
                if (token != null && colour != null) {
                    colours.put(token, colour);
                }
            });
        }
        return colours;
    }

    /** The name of a field in the answer, from a key that anybody may have written. */
    private static String shown(String key) {
        return key.length() <= 40 && key.matches("[A-Za-z0-9]+") ? key : "?";
    }
}
