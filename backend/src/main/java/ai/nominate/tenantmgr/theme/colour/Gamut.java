package ai.nominate.tenantmgr.theme.colour;

/** The colours that sRGB can show. */
public final class Gamut {
    private static final double TOLERANCE = 1e-5;
    private static final int STEPS = 40;
    /** More chroma than any colour of sRGB has. */
    private static final double MOST = 0.5;

    private Gamut() {}

    public static boolean contains(Oklch colour) {
        return colour.lab().linear().isShown(TOLERANCE);
    }

    /** The nearest shown colour of the same lightness and hue: chroma is reduced, by bisection, as far as needed. */
    public static Srgb fit(Oklch colour) {
        Oklch wanted = colour.withLightness(Math.clamp(colour.lightness(), 0, 1));
        if (contains(wanted)) {
            return wanted.lab().clipped();
        }
        double most = mostChroma(wanted.lightness(), wanted.hue());
        return wanted.withChroma(Math.min(wanted.chroma(), most)).lab().clipped();
    }

    /**
     * The highest chroma that sRGB shows at this lightness (0 to 1) and hue (degrees), with all lower ones. At pure blue
     * the edge of sRGB has a dent, so that single colours beyond it are shown too.
     */
    public static double mostChroma(double lightness, double hue) {
        double low = 0;
        double high = MOST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (new Oklch(lightness, middle, hue).lab().linear().isShown(1e-6)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
