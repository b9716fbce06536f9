package ai.nominate.tenantmgr.theme;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a tenant's look. */
@Schema(name = "ThemeVersion")
record ThemeVersion(
        @Schema(description = "Version number, from 1", required = true)
        int version,

        @Schema(description = "The theme; null for the application's own look")
        ThemeContent theme,

        @Schema(description = "Hash of the logo; null for the application's own")
        String logo,

        @Schema(description = "Why this version was made; null if nobody said")
        String reason,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "Actor of the change", required = true)
        String createdBy,

        @Schema(description = "Whether visitors see it", required = true)
        boolean current) {

    static ThemeVersion of(ThemeRow row, int newest) {
        return new ThemeVersion(
                row.version, row.content, row.logo, row.reason, row.createdAt, row.createdBy, row.version == newest);
    }
}
