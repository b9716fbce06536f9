package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.CieLab;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.ColourVision;
import ai.nominate.tenantmgr.theme.colour.Gamut;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A possible colour of a message.
 *
 * @param cost how far it is from the usual one: 0 for the best
 * @param seen how it looks with each vision
 */
record SemanticCandidate(Srgb colour, double cost, List<CieLab> seen) {
    private static final double LONGEST_TURN = 15;
    /** Red that is turned further is brown or pink, and warns of nothing. */
    private static final double LONGEST_TURN_OF_DANGER = 5;
    /** Green that is turned further is yellow. */
    private static final double FARTHEST = 27;

    private static final double[] TURNS = {0, -12, 12, -24};
    private static final double[] LIGHTER = {0, -0.06, 0.06, -0.12, 0.12, -0.18, 0.18};

    private SemanticCandidate(Srgb colour, double cost) {
        this(
                colour,
                cost,
                Stream.of(ColourVision.values())
                        .map(each -> CieLab.of(each.seen(colour)))
                        .toList());
    }

    /** The smallest ΔE2000 over all ways to see the two. */
    double apart(SemanticCandidate other) {
        double least = Double.MAX_VALUE;
        for (int vision = 0; vision < seen.size(); vision++) {
            least = Math.min(least, ColourDifference.between(seen.get(vision), other.seen.get(vision)));
        }
        return least;
    }

    /** From the cheapest on. */
    static List<SemanticCandidate> of(Semantic semantic, Srgb brand) {
        Oklch own = Oklch.of(brand);
        double arc = Oklch.arc(semantic.hue(), own.hue());
        double longest = semantic == Semantic.DANGER ? LONGEST_TURN_OF_DANGER : LONGEST_TURN;
        double towards = own.chroma() < 0.03 ? 0 : Math.clamp(arc / 2, -longest, longest);
        // A pale brand gets paler messages, but never grey ones. Danger is not turned towards a brand that it would
        // meet.
        double strength = Math.clamp(own.chroma() / 0.2, 0.7, 1);
        double turn = semantic == Semantic.DANGER && Math.abs(arc) < 40 ? 0 : towards;
        List<SemanticCandidate> all = new ArrayList<>();
        for (double more : TURNS) {
            if (Math.abs(turn + more) > FARTHEST) {
                continue;
            }
            for (double lighter : LIGHTER) {
                double lightness = usualLightness(semantic) + lighter;
                double hue = semantic.hue() + turn + more;
                all.add(new SemanticCandidate(
                        Gamut.fit(new Oklch(lightness, usualChroma(semantic) * strength, hue)),
                        weight(semantic) * (Math.abs(more) / 12 + Math.abs(lighter) / 0.06)));
            }
        }
        all.sort(Comparator.comparing(SemanticCandidate::cost));
        return all;
    }

    /** Red is the colour that people know best, so the others give way to it. */
    private static double weight(Semantic semantic) {
        return semantic == Semantic.DANGER ? 2.5 : 1;
    }

    private static double usualLightness(Semantic semantic) {
        return switch (semantic) {
            case SUCCESS -> 0.60;
            case WARNING -> 0.77;
            case DANGER -> 0.55;
            case INFO -> 0.57;
        };
    }

    private static double usualChroma(Semantic semantic) {
        return switch (semantic) {
            case SUCCESS -> 0.17;
            case WARNING -> 0.17;
            case DANGER -> 0.22;
            case INFO -> 0.15;
        };
    }
}
