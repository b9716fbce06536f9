package ai.nominate.tenantmgr.analysis.preview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's page in a theme. */
@Schema(name = "PagePictures")
record PagePicturesView(
        @Schema(description = "Address of the page", required = true, examples = "https://acme.example/")
        String address,

        @Schema(
                description =
                        "Whether the page asked for the style sheet of the theme; if not, the pictures show it without the theme",
                required = true)
        boolean worn,

        @Schema(description = "How long it took, in milliseconds", required = true, examples = "2400")
        long durationMs,

        @Schema(
                description = "Desktop and phone, each in light and in dark; one that could not be taken is missing",
                required = true)
        List<PagePictureView> pictures) {}
