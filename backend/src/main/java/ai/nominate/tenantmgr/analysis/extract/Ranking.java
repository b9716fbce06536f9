package ai.nominate.tenantmgr.analysis.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The clusters by how much speaks for each as the brand's colour. A grey comes first where what people press and the logo are grey and
 * no other colour comes near.
 *
 * @param clusters the best first
 * @param scores in the same order
 */
record Ranking(List<Cluster> clusters, double[] scores) {
    /** A coloured cluster with this part of the best grey's score is the brand. */
    private static final double NEAR = 0.45;

    private static final double WHITE = 0.93;
    private static final double LEAST_IDENTITY = 6;

    static Ranking of(List<Cluster> clusters, Cluster background) {
        List<Scored> alone = clusters.stream()
                .map(cluster -> new Scored(cluster, Score.primary(cluster)))
                .toList();
        List<Scored> scored = new ArrayList<>(alone.stream()
                .map(each -> each.at(
                        (each.score() + Family.support(each, alone)) / (Score.isDefault(each.cluster()) ? 2 : 1)))
                .toList());
        double best = scored.stream()
                .filter(each -> !each.cluster().isGrey())
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        grey(clusters, background, best)
                .ifPresent(grey ->
                        scored.replaceAll(each -> each.cluster().equals(grey) ? each.at(Score.identity(grey)) : each));
        scored.sort(Scored.BEST);
        // where nothing that somebody chose comes near half of it, the framework's colour is what the page wears
        if (!scored.isEmpty() && Score.isDefault(scored.getFirst().cluster())) {
            scored.set(0, scored.getFirst().at(2 * scored.getFirst().score()));
        }
        return new Ranking(
                scored.stream().map(Scored::cluster).toList(),
                scored.stream().mapToDouble(Scored::score).toArray());
    }

    private static Optional<Cluster> grey(List<Cluster> clusters, Cluster background, double best) {
        return clusters.stream()
                .filter(cluster -> cluster.isGrey()
                        && !cluster.equals(background)
                        && cluster.colour().lightness() < WHITE
                        && Score.identity(cluster) >= LEAST_IDENTITY)
                .max(Comparator.comparing(Score::identity).thenComparing(Cluster::hex))
                .filter(cluster -> best < NEAR * Score.identity(cluster));
    }
}
