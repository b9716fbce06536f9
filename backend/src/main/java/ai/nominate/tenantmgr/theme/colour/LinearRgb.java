package ai.nominate.tenantmgr.theme.colour;

/** A colour in proportion to its light. Channels outside 0 to 1 are colours that sRGB cannot show. */
record LinearRgb(double red, double green, double blue) {
    private static final double[] OF_BYTE = new double[256];

    static {
        for (int value = 0; value < OF_BYTE.length; value++) {
            OF_BYTE[value] = decoded(value / 255.0);
        }
    }

    static LinearRgb of(Srgb colour) {
        return new LinearRgb(OF_BYTE[colour.red()], OF_BYTE[colour.green()], OF_BYTE[colour.blue()]);
    }

    /** The nearest colour of 8 bits, each channel clipped on its own: fit a colour into the gamut first. */
    Srgb clipped() {
        return new Srgb(byteOf(red), byteOf(green), byteOf(blue));
    }

    /** Whether sRGB can show this colour, but for an error of {@code tolerance} in each channel. */
    boolean isShown(double tolerance) {
        return isShown(red, tolerance) && isShown(green, tolerance) && isShown(blue, tolerance);
    }

    private static boolean isShown(double channel, double tolerance) {
        return channel >= -tolerance && channel <= 1 + tolerance;
    }

    private static int byteOf(double light) {
        return (int) Math.round(255 * encoded(Math.clamp(light, 0, 1)));
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    private static double decoded(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
