package ai.nominate.tenantmgr.theme.colour;

/**
 * A colour in OKLab (Björn Ottosson, 2020), where equal distances look about equal.
 *
 * @param lightness 0 for black to 1 for white
 * @param a from green (negative) to red, within about ±0.4
 * @param b from blue (negative) to yellow, within about ±0.4
 */
public record Oklab(double lightness, double a, double b) {
    public static Oklab of(Srgb colour) {
        LinearRgb light = LinearRgb.of(colour);
        double r = light.red();
        double g = light.green();
        double u = light.blue();
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * u);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * u);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * u);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /** ΔEOK: the distance to another colour. 0.02 is just noticeable; black and white are 1 apart. */
    public double difference(Oklab other) {
        double dl = lightness - other.lightness;
        double da = a - other.a;
        double db = b - other.b;
        return Math.sqrt(dl * dl + da * da + db * db);
    }

    /** The colour of 8 bits, clipped where sRGB cannot show this one. {@link Gamut#fit} keeps the hue instead. */
    public Srgb clipped() {
        return linear().clipped();
    }

    LinearRgb linear() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new LinearRgb(
                4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
