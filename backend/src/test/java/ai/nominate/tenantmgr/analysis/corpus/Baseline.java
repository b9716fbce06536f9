package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import ai.nominate.tenantmgr.analysis.evidence.PixelShare;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.theme.colour.CieLab;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Simple ways to guess a brand's colour, for comparison on the same evidence. */
enum Baseline {
    /** The colour that most elements have. */
    MOST_FREQUENT("The most frequent colour") {
        @Override
        Optional<Hex> guess(Snapshot page) {
            return most(page, Paint::count, 0);
        }
    },
    /** The same without greys, by painted area. */
    MOST_PAINTED("The most painted colour that is no grey") {
        @Override
        Optional<Hex> guess(Snapshot page) {
            return most(page, Paint::area, 0.04);
        }
    },
    /** Material's rule for the colours of a picture, with hue and chroma of CIELAB, on the pixels of the first screen. */
    MATERIAL("Material's score on the screenshot") {
        @Override
        Optional<Hex> guess(Snapshot page) {
            List<PixelShare> pixels = page.light().pixels();
            return pixels.stream()
                    .filter(each -> lab(each).chroma() >= 5 && each.share() > 0.01)
                    .max(Comparator.comparing((PixelShare each) -> score(each, pixels))
                            .thenComparing(PixelShare::colour))
                    .map(PixelShare::colour);
        }
    };

    private final String title;

    Baseline(String title) {
        this.title = title;
    }

    abstract Optional<Hex> guess(Snapshot page);

    String title() {
        return title;
    }

    boolean hits(Site site, Snapshot page) {
        Optional<Hex> guess = guess(page);
        return guess.isPresent()
                && site.primary().stream()
                        .anyMatch(label -> ColourDifference.between(
                                        Srgb.of(label.rgb()),
                                        Srgb.of(guess.get().rgb()))
                                < Outcome.SAME);
    }

    private static Optional<Hex> most(Snapshot page, ToDoubleFunction<Paint> amount, double chroma) {
        Map<Hex, Double> sums = new TreeMap<>();
        page.light().paints().stream()
                .filter(paint -> Oklch.of(Srgb.of(paint.colour().rgb())).chroma() >= chroma)
                .forEach(paint -> sums.merge(paint.colour(), amount.applyAsDouble(paint), Double::sum));
        return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static double score(PixelShare each, List<PixelShare> pixels) {
        Polar own = lab(each);
        double near = pixels.stream()
                .filter(other -> Math.abs(Oklch.arc(lab(other).hue(), own.hue())) <= 15)
                .mapToDouble(PixelShare::share)
                .sum();
        double excess = own.chroma() - 48;
        return 0.7 * 100 * near + excess * (excess > 0 ? 0.3 : 0.1);
    }

    private static Polar lab(PixelShare pixel) {
        CieLab lab = CieLab.of(Srgb.of(pixel.colour().rgb()));
        return new Polar(Math.hypot(lab.a(), lab.b()), (Math.toDegrees(Math.atan2(lab.b(), lab.a())) + 360) % 360);
    }

    private record Polar(double chroma, double hue) {}
}
