package ai.nominate.tenantmgr.theme.colour;

/**
 * How well one colour can be read on another. The ratio of WCAG 2 decides; APCA advises, because no standard requires
 * it yet. Ratios are not rounded: 4.499 is below 4.5.
 */
public final class Contrast {
    /** WCAG 1.4.3: text. */
    public static final double TEXT = 4.5;
    /** WCAG 1.4.11 and 1.4.3: borders of fields, focus rings, icons, and text from 24 px on. */
    public static final double SHAPE = 3;
    /** WCAG 1.4.6: text that is easy to read for most people with low vision. */
    public static final double ENHANCED = 7;

    private static final double BLACK_THRESHOLD = 0.022;
    private static final double BLACK_CLAMP = 1.414;
    private static final double NOISE = 0.0005;
    private static final double SCALE = 1.14;
    private static final double OFFSET = 0.027;
    private static final double LOWEST = 0.1;

    private Contrast() {}

    /** The ratio of WCAG 2, from 1 for equal colours to 21 for black and white. Its order does not matter. */
    public static double ratio(Srgb one, Srgb other) {
        double a = one.luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /**
     * The lightness contrast Lc of APCA 0.98G: up to 106 for dark text on light, down to −108 for light text on dark. 75
     * suits running text, 60 labels, 45 headlines.
     */
    public static double apca(Srgb text, Srgb background) {
        double y = screenLuminance(text);
        double ground = screenLuminance(background);
        if (Math.abs(ground - y) < NOISE) {
            return 0;
        }
        double contrast = SCALE
                * (ground > y
                        ? Math.pow(ground, 0.56) - Math.pow(y, 0.57)
                        : Math.pow(ground, 0.65) - Math.pow(y, 0.62));
        if (Math.abs(contrast) < LOWEST) {
            return 0;
        }
        return 100 * (contrast > 0 ? contrast - OFFSET : contrast + OFFSET);
    }

    private static double screenLuminance(Srgb colour) {
        double y = 0.2126729 * Math.pow(colour.red() / 255.0, 2.4)
                + 0.7151522 * Math.pow(colour.green() / 255.0, 2.4)
                + 0.0721750 * Math.pow(colour.blue() / 255.0, 2.4);
        return y < BLACK_THRESHOLD ? y + Math.pow(BLACK_THRESHOLD - y, BLACK_CLAMP) : y;
    }
}
