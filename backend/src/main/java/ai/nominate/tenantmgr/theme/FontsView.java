package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Fonts;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The fonts of a theme. */
@Schema(name = "Fonts")
public record FontsView(
        @Schema(description = "Font of headings; null for that of the visitor's system", examples = "Playfair Display")
        String heading,

        @Schema(description = "Font of texts; null for that of the visitor's system", examples = "Inter")
        String body) {

    public static FontsView of(Fonts fonts) {
        return new FontsView(
                fonts.heading().map(FontFamily::value).orElse(null),
                fonts.body().map(FontFamily::value).orElse(null));
    }

    Fonts checked(Fields fields) {
        return new Fonts(
                Optional.ofNullable(fields.optional("fonts.heading", heading, FontFamily::new)),
                Optional.ofNullable(fields.optional("fonts.body", body, FontFamily::new)));
    }
}
