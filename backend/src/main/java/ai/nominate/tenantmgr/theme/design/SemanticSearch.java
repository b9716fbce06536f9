package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the cheapest set of candidates that are apart, one semantic colour after the other: leaves a branch as soon as it
 * cannot be the cheapest, and compares two candidates once.
 */
final class SemanticSearch {
    private static final Semantic[] ORDER = Semantic.values();

    private final List<List<SemanticCandidate>> candidates = new ArrayList<>();
    private final Boolean[][] areApart;
    private final int[] offsets = new int[ORDER.length];
    private final int[] chosen = new int[ORDER.length];
    private int[] best;
    private double lowest = Double.MAX_VALUE;

    SemanticSearch(Srgb brand) {
        int total = 0;
        for (Semantic semantic : ORDER) {
            List<SemanticCandidate> possible = SemanticCandidate.of(semantic, brand).stream()
                    .filter(each -> semantic != Semantic.DANGER || isApart(each.colour(), brand))
                    .toList();
            offsets[semantic.ordinal()] = total;
            total += possible.size();
            candidates.add(possible);
        }
        areApart = new Boolean[total][total];
    }

    Map<Semantic, Srgb> cheapest() {
        place(0, 0);
        Map<Semantic, Srgb> colours = new EnumMap<>(Semantic.class);
        for (Semantic semantic : ORDER) {
            colours.put(
                    semantic, at(semantic.ordinal(), best[semantic.ordinal()]).colour());
        }
        return colours;
    }

    private void place(int index, double cost) {
        if (index == ORDER.length) {
            lowest = cost;
            best = chosen.clone();
            return;
        }
        for (int each = 0; each < candidates.get(index).size(); each++) {
            double sum = cost + at(index, each).cost();
            if (sum >= lowest) {
                return; // the others cost more
            }
            if (suits(index, each)) {
                chosen[index] = each;
                place(index + 1, sum);
            }
        }
    }

    private boolean suits(int index, int candidate) {
        for (int before = 0; before < index; before++) {
            int row = offsets[before] + chosen[before];
            int column = offsets[index] + candidate;
            if (areApart[row][column] == null) {
                areApart[row][column] = at(before, chosen[before]).apart(at(index, candidate)) >= SemanticColours.APART;
            }
            if (!areApart[row][column]) {
                return false;
            }
        }
        return true;
    }

    private SemanticCandidate at(int index, int candidate) {
        return candidates.get(index).get(candidate);
    }

    private static boolean isApart(Srgb danger, Srgb brand) {
        return ColourDifference.between(danger, brand) >= SemanticColours.FROM_BRAND;
    }
}
