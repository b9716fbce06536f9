package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gives roles to swatches. */
record Roles(List<Swatch> swatches, Ranking ranking) {
    private static final double APART = 15;
    private static final double OTHER_HUE = 30;
    private static final double COLOURED = 0.05;

    Map<Role, Choice> brand() {
        Map<Role, Choice> choices = new TreeMap<>();
        Optional<Swatch> primary = primary();
        primary.ifPresent(swatch -> choices.put(Role.PRIMARY, choice(swatch, swatch.primaryProbability())));
        Swatch first = primary.or(() -> swatches.stream().findFirst()).orElse(null);
        if (first == null) {
            return choices;
        }
        Optional<Swatch> secondary = candidates(first)
                .filter(swatch -> swatch.chroma() >= 0.03)
                .max(Comparator.comparing((Swatch swatch) -> Score.secondary(cluster(swatch)))
                        .thenComparing(Swatch::hex));
        secondary.ifPresent(swatch -> choices.put(Role.SECONDARY, choice(swatch, confidence(swatch))));
        accent(first, secondary).ifPresent(swatch -> choices.put(Role.ACCENT, choice(swatch, confidence(swatch))));
        return choices;
    }

    /** A colour of the page itself, such as that behind it. */
    Optional<Choice> page(Role role, Hex colour) {
        return swatches.stream()
                .filter(swatch -> swatch.members().contains(colour))
                .findFirst()
                .map(swatch -> choice(swatch, 0.95));
    }

    private Optional<Swatch> primary() {
        return swatches.stream().findFirst().filter(swatch -> swatch.primaryProbability() >= Calibration.ABSTAIN);
    }

    private Optional<Swatch> accent(Swatch primary, Optional<Swatch> secondary) {
        return candidates(primary)
                .filter(swatch -> swatch.chroma() >= COLOURED
                        && (primary.chroma() < COLOURED
                                || Math.abs(Oklch.arc(swatch.hue(), primary.hue())) >= OTHER_HUE)
                        && uses(swatch) >= 2
                        && secondary.filter(swatch::equals).isEmpty())
                .max(Comparator.comparing(Swatch::score).thenComparing(Swatch::hex));
    }

    private Stream<Swatch> candidates(Swatch primary) {
        Cluster first = cluster(primary);
        return swatches.stream()
                .filter(swatch ->
                        !swatch.equals(primary) && cluster(swatch).difference(first) >= APART && uses(swatch) > 0);
    }

    /** Without messages. */
    private int uses(Swatch swatch) {
        return cluster(swatch).places().values().stream().mapToInt(Place::count).sum();
    }

    private double confidence(Swatch swatch) {
        return Rounded.of(Math.clamp(swatch.score() / (swatch.score() + 12), 0.1, 0.8));
    }

    private Cluster cluster(Swatch swatch) {
        return ranking.clusters().stream()
                .filter(cluster -> cluster.hex().equals(swatch.hex()))
                .findFirst()
                .orElseThrow();
    }

    private static Choice choice(Swatch swatch, double confidence) {
        return new Choice(swatch.id(), confidence, Reasons.evidence(swatch), Reasons.sentence(swatch));
    }
}
