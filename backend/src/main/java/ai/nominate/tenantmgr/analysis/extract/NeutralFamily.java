package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Kind;
import ai.nominate.tenantmgr.theme.colour.Oklab;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The neutral family of Tailwind whose tint is nearest to that of the page's greys. */
enum NeutralFamily {
    NEUTRAL(0, 0),
    SLATE(257, 0.043),
    GRAY(264, 0.027),
    ZINC(286, 0.015),
    STONE(58, 0.013),
    MAUVE(322, 0.016),
    OLIVE(107, 0.016),
    MIST(213, 0.016),
    TAUPE(34, 0.012);

    private static final Set<Kind> PLACES =
            Set.of(Kind.TEXT, Kind.BORDER, Kind.SURFACE, Kind.HEADING, Kind.SECTION, Kind.CHIP, Kind.FOOTER);
    private static final double TINTED = 0.05;

    private final double a;
    private final double b;

    NeutralFamily(double hue, double chroma) {
        this.a = chroma * Math.cos(Math.toRadians(hue));
        this.b = chroma * Math.sin(Math.toRadians(hue));
    }

    /** As the theme calls it. */
    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static NeutralFamily of(List<Cluster> clusters) {
        double a = 0;
        double b = 0;
        double total = 0;
        for (Cluster cluster : clusters) {
            double lightness = cluster.colour().lightness();
            if (cluster.colour().chroma() > TINTED || lightness < 0.15 || lightness > 0.95) {
                continue;
            }
            Oklab lab = cluster.colour().lab();
            double weight = cluster.places().entrySet().stream()
                    .filter(place -> PLACES.contains(place.getKey()))
                    .mapToDouble(place -> place.getValue().weight())
                    .sum();
            a += weight * lab.a();
            b += weight * lab.b();
            total += weight;
        }
        if (total == 0) {
            return NEUTRAL;
        }
        double meanA = a / total;
        double meanB = b / total;
        return Stream.of(values())
                .min(Comparator.comparing(family -> Math.hypot(family.a - meanA, family.b - meanB)))
                .orElseThrow();
    }
}
