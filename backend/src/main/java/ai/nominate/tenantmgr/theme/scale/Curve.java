package ai.nominate.tenantmgr.theme.scale;

import static ai.nominate.tenantmgr.theme.colour.Oklch.arc;

import ai.nominate.tenantmgr.theme.colour.Oklch;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The course of lightness, chroma and hue that a designer would give a scale of this hue: between those of the two
 * families whose hues, at the stop of the colour, are its neighbours. Scales of greys have the lightness of greys.
 */
record Curve(List<Oklch> stops) {
    /** Chroma below which a colour is a grey, and above which it is none. */
    private static final double GREY = 0.03;

    private static final double COLOURFUL = 0.09;

    private static final List<Double> GREY_LIGHTNESS =
            Stream.of(Stop.values()).map(Curve::medianLightness).toList();

    static Curve of(Oklch colour, Stop stop, List<Family> families) {
        Comparator<Family> byArc =
                Comparator.comparing(family -> arc(colour.hue(), family.at(stop).hue()));
        Family below = families.stream()
                .filter(family -> arc(colour.hue(), family.at(stop).hue()) <= 0)
                .max(byArc)
                .orElseGet(() -> families.stream().max(byArc).orElseThrow());
        Family above = families.stream()
                .filter(family -> arc(colour.hue(), family.at(stop).hue()) > 0)
                .min(byArc)
                .orElseGet(() -> families.stream().min(byArc).orElseThrow());
        double span = arc(colour.hue(), above.at(stop).hue())
                - arc(colour.hue(), below.at(stop).hue());
        double part = span <= 0 ? 0 : -arc(colour.hue(), below.at(stop).hue()) / span;
        double chromatic = Math.clamp((colour.chroma() - GREY) / (COLOURFUL - GREY), 0, 1);
        return new Curve(Stream.of(Stop.values())
                .map(each -> {
                    Oklch mixed = mix(below.at(each), above.at(each), part);
                    return mixed.withLightness(mix(GREY_LIGHTNESS.get(each.ordinal()), mixed.lightness(), chromatic));
                })
                .toList());
    }

    Oklch at(Stop stop) {
        return stops.get(stop.ordinal());
    }

    private static Oklch mix(Oklch from, Oklch to, double part) {
        return new Oklch(
                mix(from.lightness(), to.lightness(), part),
                mix(from.chroma(), to.chroma(), part),
                from.hue() + arc(from.hue(), to.hue()) * part);
    }

    private static double mix(double from, double to, double part) {
        return from + (to - from) * part;
    }

    private static double medianLightness(Stop stop) {
        List<Double> sorted = Tailwind.greys().stream()
                .map(family -> family.at(stop).lightness())
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
