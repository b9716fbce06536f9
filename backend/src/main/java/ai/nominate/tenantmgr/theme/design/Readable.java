package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Gamut;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds colours that can be read on others. */
final class Readable {
    private static final int STEPS = 200;

    private Readable() {}

    static boolean on(Srgb front, double required, Srgb... grounds) {
        return Stream.of(grounds).allMatch(ground -> Contrast.ratio(front, ground) >= required);
    }

    /**
     * The colour of text on a fill: white, a dark tint of its own hue, or black. One of them always passes, because white
     * and black have at least 4.58 on every colour.
     */
    static Srgb onFill(Srgb fill, Srgb darkTint) {
        Srgb dark = on(darkTint, Contrast.TEXT, fill) ? darkTint : Srgb.BLACK;
        if (!on(Srgb.WHITE, Contrast.TEXT, fill)) {
            return dark;
        }
        boolean isDarkBetter = Math.abs(Contrast.apca(dark, fill)) > Math.abs(Contrast.apca(Srgb.WHITE, fill));
        return on(dark, Contrast.TEXT, fill) && isDarkBetter ? dark : Srgb.WHITE;
    }

    /** The first of these that passes on all grounds; the last if none does. */
    static Srgb first(List<Srgb> choices, double required, Srgb... grounds) {
        return choices.stream()
                .filter(colour -> on(colour, required, grounds))
                .findFirst()
                .orElseGet(choices::getLast);
    }

    /**
     * The passing colour that looks most like this one: moved in lightness alone, to either side.
     *
     * @return empty if no lightness passes on all grounds
     */
    static Optional<Srgb> nearest(Srgb colour, double required, Srgb... grounds) {
        if (on(colour, required, grounds)) {
            return Optional.of(colour);
        }
        Oklch from = Oklch.of(colour);
        return Stream.of(-1, 1)
                .flatMap(direction -> moved(from, direction)
                        .filter(candidate -> on(candidate, required, grounds))
                        .limit(1))
                .min(Comparator.comparing(candidate -> ColourDifference.between(colour, candidate)));
    }

    private static Stream<Srgb> moved(Oklch from, int direction) {
        return Stream.iterate(1, step -> step <= STEPS, step -> step + 1)
                .map(step -> from.lightness() + direction * step / (double) STEPS)
                .takeWhile(lightness -> lightness > -1.0 / STEPS && lightness < 1 + 1.0 / STEPS)
                .map(lightness -> Gamut.fit(from.withLightness(lightness)));
    }
}
