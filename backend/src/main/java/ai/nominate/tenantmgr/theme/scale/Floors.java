package ai.nominate.tenantmgr.theme.scale;

import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Gamut;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.EnumMap;
import java.util.Map;

/** Repairs a scale by lightness alone until each stop has its contrast with white and is darker than the one before. */
final class Floors {
    private static final double STEP = 0.012;
    private static final double LEAST_STEP = 0.002;
    private static final int BISECTIONS = 24;

    private Floors() {}

    static Scale keptBy(Scale scale) {
        Map<Stop, Srgb> colours = new EnumMap<>(Stop.class);
        double before = Double.MAX_VALUE;
        for (Stop stop : Stop.values()) {
            Srgb colour = stop == scale.anchor()
                    ? scale.at(stop)
                    : darkerThan(before, readable(scale.at(stop), stop.floor()));
            colours.put(stop, colour);
            before = Oklch.of(colour).lightness();
        }
        return new Scale(scale.anchor(), colours);
    }

    private static Srgb readable(Srgb colour, double floor) {
        if (Contrast.ratio(colour, Srgb.WHITE) >= floor) {
            return colour;
        }
        Oklch wanted = Oklch.of(colour);
        double low = 0;
        double high = wanted.lightness();
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (Contrast.ratio(Gamut.fit(wanted.withLightness(middle)), Srgb.WHITE) >= floor) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Gamut.fit(wanted.withLightness(low));
    }

    private static Srgb darkerThan(double before, Srgb colour) {
        Oklch wanted = Oklch.of(colour);
        return wanted.lightness() < before - LEAST_STEP
                ? colour
                : Gamut.fit(wanted.withLightness(Math.max(0, before - STEP)));
    }
}
