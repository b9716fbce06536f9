package ai.nominate.tenantmgr.theme.colour;

/**
 * A colour in OKLCH, the polar form of OKLab.
 *
 * @param lightness 0 for black to 1 for white
 * @param chroma 0 for a grey to about 0.37, the most that sRGB shows
 * @param hue degrees from 0 up to 360: red 29, yellow 110, green 142, blue 264. 0 for a grey, which has none
 */
public record Oklch(double lightness, double chroma, double hue) {
    /** Below this, a chroma is the rounding error of a grey, and its hue would be chance. */
    private static final double GREY = 1e-5;

    public Oklch {
        hue = (hue % 360 + 360) % 360;
    }

    public static Oklch of(Srgb colour) {
        return of(Oklab.of(colour));
    }

    public static Oklch of(Oklab lab) {
        double chroma = Math.hypot(lab.a(), lab.b());
        return chroma < GREY
                ? new Oklch(lab.lightness(), 0, 0)
                : new Oklch(lab.lightness(), chroma, Math.toDegrees(Math.atan2(lab.b(), lab.a())));
    }

    public Oklab lab() {
        double radians = Math.toRadians(hue);
        return new Oklab(lightness, chroma * Math.cos(radians), chroma * Math.sin(radians));
    }

    public Oklch withLightness(double other) {
        return new Oklch(other, chroma, hue);
    }

    public Oklch withChroma(double other) {
        return new Oklch(lightness, other, hue);
    }

    public Oklch withHue(double degrees) {
        return new Oklch(lightness, chroma, degrees);
    }

    /** The way from one hue to another along the shorter arc, in degrees: −180 up to 180. */
    public static double arc(double from, double to) {
        return ((to - from) % 360 + 540) % 360 - 180;
    }
}
