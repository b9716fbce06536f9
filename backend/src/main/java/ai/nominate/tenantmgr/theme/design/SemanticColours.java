package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of success, warning, danger and info: turned a little towards the brand's hue, but apart from each other
 * also for those who are blind for red and green, and danger apart from the brand. Of the sets that are, the one nearest
 * to the usual colours.
 */
public final class SemanticColours {
    /** ΔE2000 between any two of them, with every vision. */
    public static final double APART = 12;
    /** ΔE2000 between danger and the brand: a button that deletes is not taken for the main one. */
    public static final double FROM_BRAND = 15;

    private final Map<Semantic, Srgb> solids;
    private final Map<Semantic, Scale> scales = new EnumMap<>(Semantic.class);

    private SemanticColours(Map<Semantic, Srgb> solids) {
        this.solids = solids;
        solids.forEach((semantic, solid) -> scales.put(semantic, Scales.of(solid)));
    }

    static SemanticColours beside(Srgb brand) {
        Search search = new Search(brand);
        search.place(0, 0);
        Map<Semantic, Srgb> solids = new EnumMap<>(Semantic.class);
        search.best.forEach((semantic, candidate) -> solids.put(semantic, candidate.colour()));
        return new SemanticColours(solids);
    }

    Srgb solid(Semantic semantic) {
        return solids.get(semantic);
    }

    Scale scale(Semantic semantic) {
        return scales.get(semantic);
    }

    /** Tries the candidates of each semantic colour in turn, and leaves a branch that cannot be the best any more. */
    private static final class Search {
        private static final Semantic[] ORDER = Semantic.values();
        private final Map<Semantic, List<SemanticCandidate>> candidates = new EnumMap<>(Semantic.class);
        private final Map<Semantic, SemanticCandidate> chosen = new EnumMap<>(Semantic.class);
        private Map<Semantic, SemanticCandidate> best;
        private double lowest = Double.MAX_VALUE;

        Search(Srgb brand) {
            for (Semantic semantic : ORDER) {
                candidates.put(
                        semantic,
                        SemanticCandidate.of(semantic, brand).stream()
                                .filter(candidate -> semantic != Semantic.DANGER
                                        || ColourDifference.between(candidate.colour(), brand) >= FROM_BRAND)
                                .toList());
            }
        }

        void place(int index, double cost) {
            if (index == ORDER.length) {
                lowest = cost;
                best = new EnumMap<>(chosen);
                return;
            }
            for (SemanticCandidate candidate : candidates.get(ORDER[index])) {
                if (cost + candidate.cost() >= lowest) {
                    return;
                }
                if (chosen.values().stream().allMatch(other -> other.apart(candidate) >= APART)) {
                    chosen.put(ORDER[index], candidate);
                    place(index + 1, cost + candidate.cost());
                    chosen.remove(ORDER[index]);
                }
            }
        }
    }
}
