package ai.nominate.tenantmgr.theme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's logo, without its content. */
@Schema(name = "Logo")
record LogoView(
        @Schema(description = "SHA-256 of the file", required = true)
        String hash,

        @Schema(
                description = "Media type",
                required = true,
                enumeration = {"image/png", "image/svg+xml"})
        String mediaType,

        @Schema(description = "Width in pixels", required = true, examples = "240")
        int width,

        @Schema(description = "Height in pixels", required = true, examples = "80")
        int height,

        @Schema(description = "Size of the file in bytes", required = true, examples = "4096")
        int sizeBytes) {

    static LogoView of(LogoRow row) {
        return row == null ? null : new LogoView(row.hash, row.mediaType, row.width, row.height, row.content.length);
    }
}
