package ai.nominate.tenantmgr.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's theme in short, beside its other parts. */
@Schema(name = "ThemeSummary")
public record ThemeSummary(
        @Schema(description = "Version number; 0 before the first", required = true)
        int version,

        @Schema(description = "The colours that it is made of; null while the application's own look is used")
        PaletteView palette,

        @Schema(description = "Hash of the logo; null while the application's own is used")
        String logo) {

    /** Of a tenant that never had a theme. */
    public static final ThemeSummary NONE = new ThemeSummary(0, null, null);

    static ThemeSummary of(ThemeRow row) {
        return row == null
                ? NONE
                : new ThemeSummary(row.version, row.content == null ? null : row.content.palette(), row.logo);
    }
}
