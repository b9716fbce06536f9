package ai.nominate.tenantmgr.theme.colour;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.toRadians;

/**
 * ΔE2000 (CIEDE2000): how different two colours look. About 1 is just noticeable side by side, 2.3 at a glance, 5 is
 * another shade, 100 is black against white. Written after Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference
 * Formula: Implementation Notes" (2005), with their names of the terms.
 */
public final class ColourDifference {
    private static final double POW_25_7 = 6_103_515_625.0;

    private ColourDifference() {}

    public static double between(Srgb one, Srgb other) {
        return one.equals(other) ? 0 : between(CieLab.of(one), CieLab.of(other));
    }

    public static double between(CieLab one, CieLab other) {
        double meanC = (Math.hypot(one.a(), one.b()) + Math.hypot(other.a(), other.b())) / 2;
        double g = 1 + 0.5 * (1 - Math.sqrt(saturation(meanC)));
        double c1 = Math.hypot(g * one.a(), one.b());
        double c2 = Math.hypot(g * other.a(), other.b());
        double h1 = hue(g * one.a(), one.b());
        double h2 = hue(g * other.a(), other.b());
        boolean grey = c1 * c2 == 0;

        double deltaHue = grey ? 0 : shorter(h2 - h1);
        double deltaL = other.lightness() - one.lightness();
        double deltaC = c2 - c1;
        double deltaH = 2 * Math.sqrt(c1 * c2) * sin(toRadians(deltaHue / 2));

        double l = (one.lightness() + other.lightness()) / 2;
        double c = (c1 + c2) / 2;
        double h = grey ? h1 + h2 : meanHue(h1, h2);
        double t = 1
                - 0.17 * cos(toRadians(h - 30))
                + 0.24 * cos(toRadians(2 * h))
                + 0.32 * cos(toRadians(3 * h + 6))
                - 0.20 * cos(toRadians(4 * h - 63));
        double l50 = (l - 50) * (l - 50);
        double termL = deltaL / (1 + 0.015 * l50 / Math.sqrt(20 + l50));
        double termC = deltaC / (1 + 0.045 * c);
        double termH = deltaH / (1 + 0.015 * c * t);
        double theta = 30 * Math.exp(-((h - 275) / 25) * ((h - 275) / 25));
        double rotation = -2 * Math.sqrt(saturation(c)) * sin(toRadians(2 * theta));
        return Math.sqrt(termL * termL + termC * termC + termH * termH + rotation * termC * termH);
    }

    private static double saturation(double chroma) {
        double pow7 = Math.pow(chroma, 7);
        return pow7 / (pow7 + POW_25_7);
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double shorter(double arc) {
        return arc > 180 ? arc - 360 : arc < -180 ? arc + 360 : arc;
    }

    private static double meanHue(double one, double other) {
        double sum = one + other;
        if (Math.abs(one - other) <= 180) {
            return sum / 2;
        }
        return (sum < 360 ? sum + 360 : sum - 360) / 2;
    }
}
