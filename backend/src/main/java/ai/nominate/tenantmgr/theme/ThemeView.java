package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.theme.design.ContrastCheck;
import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.HasETag;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's look. */
@Schema(name = "TenantTheme")
public record ThemeView(
        @Schema(description = "Version number, increases with each change; 0 before the first", required = true)
        int version,

        @Schema(description = "The theme; null while the application's own look is used")
        ThemeContent theme,

        @Schema(description = "Contrast of each pair of colours in light and dark", required = true)
        List<ContrastView> contrast,

        @Schema(description = "The logo; null while the application's own is used")
        LogoView logo,

        @Schema(description = "Why this version was made; null if nobody said")
        String reason,

        @Schema(description = "Creation time of the version; null before the first")
        Instant createdAt,

        @Schema(description = "Actor of the change; null before the first")
        String createdBy)
        implements HasETag {

    static final ThemeView NONE = new ThemeView(0, null, List.of(), null, null, null, null);

    static ThemeView of(ThemeRow row, LogoRow logo) {
        return new ThemeView(
                row.version,
                row.content,
                row.content == null ? List.of() : contrast(row.content),
                LogoView.of(logo),
                row.reason,
                row.createdAt,
                row.createdBy);
    }

    static List<ContrastView> contrast(ThemeContent theme) {
        return ContrastCheck.of(theme.theme()).stream().map(ContrastView::of).toList();
    }

    @Override
    public String tag() {
        return ETags.tag(version);
    }
}
