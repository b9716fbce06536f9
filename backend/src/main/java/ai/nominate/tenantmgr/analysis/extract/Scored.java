package ai.nominate.tenantmgr.analysis.extract;

import java.util.Comparator;

/** A cluster and how much speaks for it. */
record Scored(Cluster cluster, double score) {
    static final Comparator<Scored> BEST = Comparator.comparing(Scored::score)
            .reversed()
            .thenComparing(each -> each.cluster().hex());

    /** The same with another score. */
    Scored at(double other) {
        return new Scored(cluster, other);
    }
}
