package ai.nominate.tenantmgr.analysis.preview;

import ai.nominate.tenantmgr.analysis.capture.SitePicture;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One picture of a page. */
@Schema(name = "PagePicture")
record PagePictureView(
        @Schema(
                description = "Window in which the page was laid out",
                required = true,
                enumeration = {"desktop", "phone"})
        String device,

        @Schema(
                description = "Colour scheme that the browser asked for",
                required = true,
                enumeration = {"light", "dark"})
        String scheme,

        @Schema(description = "Width in pixels, which are CSS pixels", required = true, examples = "1280")
        int widthPx,

        @Schema(description = "Height in pixels: the upper part of a long page", required = true, examples = "1600")
        int heightPx,

        @Schema(
                description = "The picture as PNG, in base64",
                required = true,
                type = SchemaType.STRING,
                format = "byte",
                examples = "iVBORw0KGgo=")
        byte[] png) {
    private static final int HEIGHT_AT = 20;

    static PagePictureView of(SitePicture picture) {
        return new PagePictureView(
                picture.width().id(),
                picture.scheme().name().toLowerCase(Locale.ROOT),
                picture.width().width(),
                height(picture.png()),
                picture.png());
    }

    /** As the head of the file says; 0 if it has none. */
    private static int height(byte[] png) {
        return png.length < HEIGHT_AT + 4 ? 0 : ByteBuffer.wrap(png).getInt(HEIGHT_AT);
    }
}
