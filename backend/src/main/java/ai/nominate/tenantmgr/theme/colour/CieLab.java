package ai.nominate.tenantmgr.theme.colour;

/**
 * A colour in CIELAB 1976, seen in daylight (D65).
 *
 * @param lightness 0 for black to 100 for white
 * @param a from green (negative) to red
 * @param b from blue (negative) to yellow
 */
public record CieLab(double lightness, double a, double b) {
    private static final double WHITE_X = 0.3127 / 0.3290;
    private static final double WHITE_Z = (1 - 0.3127 - 0.3290) / 0.3290;
    private static final double EPSILON = 216.0 / 24389;
    private static final double KAPPA = 24389.0 / 27;

    public static CieLab of(Srgb colour) {
        LinearRgb light = LinearRgb.of(colour);
        double red = light.red();
        double green = light.green();
        double blue = light.blue();
        double x = bent((0.41239079926595934 * red + 0.357584339383878 * green + 0.1804807884018343 * blue) / WHITE_X);
        double y = bent(0.21263900587151027 * red + 0.715168678767756 * green + 0.07219231536073371 * blue);
        double z =
                bent((0.01933081871559182 * red + 0.11919477979462598 * green + 0.9505321522496607 * blue) / WHITE_Z);
        return new CieLab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double bent(double ratio) {
        return ratio > EPSILON ? Math.cbrt(ratio) : (KAPPA * ratio + 16) / 116;
    }
}
