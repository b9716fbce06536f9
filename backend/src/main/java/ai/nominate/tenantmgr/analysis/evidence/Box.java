package ai.nominate.tenantmgr.analysis.evidence;

/** A rectangle on the screenshot of the page, in CSS pixels from its upper left corner. One pixel of a screenshot is one of CSS. */
public record Box(int x, int y, int width, int height) {
    public long area() {
        return (long) Math.max(0, width) * Math.max(0, height);
    }
}
