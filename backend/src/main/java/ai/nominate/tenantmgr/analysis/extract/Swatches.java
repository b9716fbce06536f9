package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes swatches of the clusters that matter: the best by score, and those of the page's ground and text. */
final class Swatches {
    static final int MOST = 24;

    private Swatches() {}

    static List<Swatch> of(Ranking ranking, Hex background, Hex foreground) {
        double[] probabilities = Calibration.probabilities(ranking.scores());
        List<Integer> kept = new ArrayList<>();
        List<Integer> needed = new ArrayList<>();
        for (int i = 0; i < ranking.clusters().size(); i++) {
            List<Hex> members = ranking.clusters().get(i).members();
            if (members.contains(background) || members.contains(foreground)) {
                needed.add(i);
            }
        }
        for (int i = 0; i < ranking.clusters().size() && kept.size() + needed.size() < MOST; i++) {
            if (!needed.contains(i)) {
                kept.add(i);
            }
        }
        kept.addAll(needed);
        kept.sort(Comparator.naturalOrder());
        List<Swatch> swatches = new ArrayList<>();
        for (int i : kept) {
            swatches.add(
                    swatch("c" + swatches.size(), ranking.clusters().get(i), ranking.scores()[i], probabilities[i]));
        }
        return swatches;
    }

    private static Swatch swatch(String id, Cluster cluster, double score, double probability) {
        List<Swatch.Use> uses = cluster.places().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Kind, Place> place) ->
                                -place.getValue().weight())
                        .thenComparing(Map.Entry::getKey))
                .map(place -> new Swatch.Use(
                        id + "." + place.getKey().word(),
                        place.getKey(),
                        place.getValue().all(),
                        Rounded.of(place.getValue().share()),
                        place.getValue().boxes(),
                        place.getValue().selector(),
                        place.getValue().properties()))
                .toList();
        return new Swatch(
                id,
                cluster.hex(),
                ColourName.of(cluster.colour()),
                Rounded.of(cluster.colour().lightness()),
                Rounded.of(cluster.colour().chroma()),
                Rounded.of(cluster.colour().hue()),
                cluster.members(),
                uses,
                cluster.declared(),
                cluster.inLogo(),
                Rounded.of(score),
                probability);
    }
}
