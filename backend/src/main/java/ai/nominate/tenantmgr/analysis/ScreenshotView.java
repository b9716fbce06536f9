package ai.nominate.tenantmgr.analysis;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A screenshot and where to get it. */
@Schema(name = "AnalysisScreenshot")
record ScreenshotView(
        @Schema(
                description = "What it shows: the first screen, or the page from its top",
                required = true,
                enumeration = {"viewport", "page"})
        String part,

        @Schema(
                description = "Colour scheme that the browser asked for",
                required = true,
                enumeration = {"light", "dark"})
        String scheme,

        @Schema(description = "Width in pixels, which are CSS pixels", required = true)
        int widthPx,

        @Schema(description = "Height in pixels", required = true)
        int heightPx,

        @Schema(
                description = "Address of the image",
                required = true,
                examples = "/api/analyses/0197b0a4-7c11-7d62-9c3e-2f6a51c0de42/screenshot?part=page&scheme=light")
        String url) {

    static ScreenshotView of(UUID analysis, ScreenshotRow row) {
        return new ScreenshotView(
                row.part(),
                row.scheme(),
                row.width(),
                row.height(),
                "/api/analyses/" + analysis + "/screenshot?part=" + row.part() + "&scheme=" + row.scheme());
    }
}
