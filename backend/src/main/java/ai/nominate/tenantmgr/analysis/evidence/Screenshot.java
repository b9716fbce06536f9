package ai.nominate.tenantmgr.analysis.evidence;

/**
 * A picture of the page, a PNG file.
 *
 * @param file its name in the directory of the capture
 * @param width in pixels, which are CSS pixels
 */
public record Screenshot(Part part, Look.Scheme scheme, String file, int width, int height) {
    /** What it shows. */
    public enum Part {
        /** The first screen. */
        VIEWPORT,
        /** The page from its top, at most 6,000 pixels of it. */
        PAGE
    }
}
