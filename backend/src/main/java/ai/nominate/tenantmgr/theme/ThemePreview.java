package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.design.Theme;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a change would look like. Nothing is stored. */
@Schema(name = "ThemePreview")
record ThemePreview(
        @Schema(description = "The theme", required = true) ThemeContent theme,

        @Schema(description = "Contrast of each pair of colours in light and dark", required = true)
        List<ContrastView> contrast) {

    static ThemePreview of(Theme theme) {
        ThemeContent content = ThemeContent.of(theme);
        return new ThemePreview(content, ThemeView.contrast(content));
    }
}
