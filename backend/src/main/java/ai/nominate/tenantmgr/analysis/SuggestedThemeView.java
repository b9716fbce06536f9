package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.design.Token;
import ai.nominate.tenantmgr.theme.design.Tokens;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a suggestion would look like. */
@Schema(name = "SuggestedTheme")
record SuggestedThemeView(
        @Schema(
                description = "Fill of primary buttons, from which the shades follow",
                required = true,
                examples = "#1d4ed8")
        String primary,

        @Schema(description = "Font of headings; null for that of the visitor's system")
        String headingFont,

        @Schema(description = "Font of text; null for that of the visitor's system")
        String bodyFont,

        @Schema(
                description = "How round corners are",
                required = true,
                enumeration = {"none", "small", "medium", "large", "full"})
        String radius,

        @Schema(description = "Colours in light, by token", required = true)
        Map<String, String> light,

        @Schema(description = "Colours in dark, by token", required = true)
        Map<String, String> dark,

        @Schema(description = "Whether it is meant for dark first", required = true)
        boolean darkFirst) {

    static SuggestedThemeView of(Theme theme, boolean darkFirst) {
        return new SuggestedThemeView(
                theme.draft().palette().primary().hex(),
                theme.draft().fonts().heading().map(FontFamily::value).orElse(null),
                theme.draft().fonts().body().map(FontFamily::value).orElse(null),
                theme.draft().radius().key(),
                colours(theme.light()),
                colours(theme.dark()),
                darkFirst);
    }

    private static Map<String, String> colours(Tokens tokens) {
        Map<String, String> colours = new LinkedHashMap<>();
        Arrays.stream(Token.values())
                .forEach(token -> colours.put(token.key(), tokens.at(token).hex()));
        return colours;
    }
}
