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
        List<Scored> scored = new ArrayList<>(clusters.stream()
                .map(cluster -> new Scored(cluster, Score.primary(cluster)))
                .toList());
        double best = scored.stream()
                .filter(each -> !each.cluster().isGrey())
                .mapToDouble(Scored::score)
                .max()
                .orElse(0);
        Optional<Cluster> grey = clusters.stream()
                .filter(cluster -> cluster.isGrey()
                        && !cluster.equals(background)
                        && cluster.colour().lightness() < WHITE
                        && Score.identity(cluster) >= LEAST_IDENTITY)
                .max(Comparator.comparing(Score::identity).thenComparing(Cluster::hex))
                .filter(cluster -> best < NEAR * Score.identity(cluster));
        if (grey.isPresent()) {
            double identity = Score.identity(grey.get());
            scored.replaceAll(each -> each.cluster().equals(grey.get()) ? new Scored(each.cluster(), identity) : each);
        }
        scored.sort(Comparator.comparing(Scored::score)
                .reversed()
                .thenComparing(each -> each.cluster().hex()));
        return new Ranking(
                scored.stream().map(Scored::cluster).toList(),
                scored.stream().mapToDouble(Scored::score).toArray());
    }

    private record Scored(Cluster cluster, double score) {}
}
