package ai.nominate.tenantmgr.theme.scale;

import static ai.nominate.tenantmgr.theme.colour.Oklch.arc;

import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Gamut;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;

/**
 * Makes the scale of a colour. The colour itself is one of its stops, unchanged; the others follow the curve of the
 * neighbouring hues of Tailwind, bent so that it meets the colour. A colour of Tailwind gets its own family, exactly.
 */
public final class Scales {
    private static final Scales OF_TAILWIND = new Scales(Tailwind.chromatic());

    private static final double LIGHTEST = 0.995;
    /** A colour this close to the end of its curve leaves no room for more stops on it. */
    private static final double END = 0.005;

    private final List<Family> families;

    Scales(List<Family> families) {
        this.families = families;
    }

    public static Scale of(Srgb colour) {
        return Tailwind.scaleWith(colour).orElseGet(() -> OF_TAILWIND.around(colour));
    }

    /**
     * A family of Tailwind around its 500.
     *
     * @throws IllegalArgumentException if Tailwind has none of that name
     */
    public static Scale family(String name) {
        return Tailwind.family(name).around(Stop.S500);
    }

    /** A scale of greys that bear a little of a colour's hue: a chroma of at most 0.02. */
    public static Scale tinted(Srgb colour) {
        Oklch tint = Oklch.of(colour);
        double chroma = Math.min(0.02, tint.chroma());
        Family greys = Tailwind.family("zinc");
        return Scale.of(
                Stop.S500, stop -> Gamut.fit(new Oklch(greys.at(stop).lightness(), chroma * share(stop), tint.hue())));
    }

    Scale around(Srgb colour) {
        return around(colour, anchor(colour));
    }

    Scale around(Srgb colour, Stop anchor) {
        return Floors.keptBy(unchecked(colour, anchor));
    }

    /** The stop whose usual lightness is nearest, among those whose contrast with white the colour has. */
    Stop anchor(Srgb colour) {
        Oklch wanted = Oklch.of(colour);
        double contrast = Contrast.ratio(colour, Srgb.WHITE);
        Stop nearest = Stop.S50;
        double distance = Double.MAX_VALUE;
        for (Stop stop : Stop.values()) {
            double away = Math.abs(wanted.lightness()
                    - Curve.of(wanted, stop, families).at(stop).lightness());
            if (contrast >= stop.floor() && away < distance) {
                nearest = stop;
                distance = away;
            }
        }
        return nearest;
    }

    private Scale unchecked(Srgb colour, Stop anchor) {
        Oklch from = Oklch.of(colour);
        Curve curve = Curve.of(from, anchor, families);
        Oklch meant = curve.at(anchor);
        double chroma = from.chroma() / Math.max(1e-6, meant.chroma());
        double turn = arc(meant.hue(), from.hue());
        return Scale.of(anchor, stop -> {
            if (stop == anchor) {
                return colour;
            }
            Oklch usual = curve.at(stop);
            double lightness = stop.ordinal() < anchor.ordinal()
                    ? lighter(curve, stop, anchor, from.lightness())
                    : darker(curve, stop, anchor, from.lightness());
            return Gamut.fit(new Oklch(lightness, usual.chroma() * chroma, usual.hue() + turn));
        });
    }

    private static double lighter(Curve curve, Stop stop, Stop anchor, double lightness) {
        double end = curve.at(Stop.S50).lightness();
        if (lightness >= end - END) {
            return LIGHTEST + (lightness - LIGHTEST) * stop.ordinal() / anchor.ordinal();
        }
        return stretched(
                end, lightness, curve.at(stop).lightness(), curve.at(anchor).lightness());
    }

    private static double darker(Curve curve, Stop stop, Stop anchor, double lightness) {
        double end = curve.at(Stop.S950).lightness();
        if (lightness <= end + END) {
            double part = (stop.ordinal() - anchor.ordinal()) / (double) (Stop.S950.ordinal() - anchor.ordinal());
            return lightness * (1 - 0.4 * part);
        }
        return stretched(
                end, lightness, curve.at(stop).lightness(), curve.at(anchor).lightness());
    }

    /** The lightness of a stop on a curve that begins at {@code end} and is bent to meet the anchor. */
    private static double stretched(double end, double lightness, double usual, double usualOfAnchor) {
        double length = usualOfAnchor - end;
        return length == 0 ? lightness : end + (lightness - end) * (usual - end) / length;
    }

    /** Greys near white and black bear less of a tint than those between. */
    private static double share(Stop stop) {
        return switch (stop) {
            case S50 -> 0.15;
            case S100 -> 0.25;
            case S200 -> 0.4;
            case S300 -> 0.6;
            case S400 -> 0.9;
            case S500, S600, S700 -> 1;
            case S800, S900 -> 0.9;
            case S950 -> 0.7;
        };
    }
}
