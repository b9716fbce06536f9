package ai.nominate.tenantmgr.analysis.evidence;

import java.util.Locale;

/** A window in which a tenant's page is photographed. */
public enum Width {
    DESKTOP(1280, 800),
    PHONE(390, 844);

    /** A picture shows this much of the page at most, in pixels from its top. */
    public static final int TALLEST = 1600;

    private final int width;
    private final int height;

    Width(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Of the window, in pixels. */
    public int width() {
        return width;
    }

    /** Of the window, in pixels: a picture is at least as high. */
    public int height() {
        return height;
    }

    /** The name in answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the picture that the capture program leaves. */
    public String file(Look.Scheme scheme) {
        return id() + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png";
    }
}
