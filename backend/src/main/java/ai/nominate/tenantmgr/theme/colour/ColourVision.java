package ai.nominate.tenantmgr.theme.colour;

/**
 * How people see colours. The two ways to be blind for red and green, 2 % of all men, are simulated after Machado,
 * Oliveira and Fernandes (2009) at full severity, on linear light.
 */
public enum ColourVision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

    private final double[] matrix;

    ColourVision(double... matrix) {
        this.matrix = matrix;
    }

    /** The colour as it appears with this vision. */
    public Srgb seen(Srgb colour) {
        LinearRgb light = LinearRgb.of(colour);
        return new LinearRgb(row(0, light), row(3, light), row(6, light)).clipped();
    }

    /** ΔE2000 of two colours with this vision. */
    public double difference(Srgb one, Srgb other) {
        return ColourDifference.between(seen(one), seen(other));
    }

    private double row(int start, LinearRgb light) {
        return matrix[start] * light.red() + matrix[start + 1] * light.green() + matrix[start + 2] * light.blue();
    }
}
