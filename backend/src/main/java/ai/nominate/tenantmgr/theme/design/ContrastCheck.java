package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Measures all 24 pairs of a theme in light and in dark. */
public final class ContrastCheck {
    private ContrastCheck() {}

    /** One finding per pair and scheme, in their order. */
    public static List<Finding> of(Theme theme) {
        return Stream.of(Scheme.values())
                .flatMap(scheme -> Stream.of(Pair.values()).map(pair -> measure(scheme, pair, theme.tokens(scheme))))
                .toList();
    }

    /** The findings that do not pass. */
    public static List<Finding> failures(Theme theme) {
        return of(theme).stream().filter(finding -> !finding.passes()).toList();
    }

    private static Finding measure(Scheme scheme, Pair pair, Tokens tokens) {
        Srgb front = tokens.at(pair.front());
        Srgb ground = tokens.at(pair.ground());
        double ratio = Contrast.ratio(front, ground);
        Optional<Repair> repair = ratio >= pair.required() ? Optional.empty() : repair(pair, tokens);
        return new Finding(scheme, pair, front, ground, ratio, Contrast.apca(front, ground), repair);
    }

    /** Changes the front of the pair, so that all its pairs pass; else its ground, which has no second front to suit. */
    private static Optional<Repair> repair(Pair pair, Tokens tokens) {
        Srgb[] grounds = Stream.of(Pair.values())
                .filter(each -> each.front() == pair.front())
                .map(each -> tokens.at(each.ground()))
                .toArray(Srgb[]::new);
        double required = Stream.of(Pair.values())
                .filter(each -> each.front() == pair.front())
                .mapToDouble(Pair::required)
                .max()
                .orElseThrow();
        return Stream.of(
                        change(pair.front(), tokens, required, grounds),
                        change(pair.ground(), tokens, pair.required(), tokens.at(pair.front())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Repair> change(Token token, Tokens tokens, double required, Srgb... others) {
        Srgb from = tokens.at(token);
        return Readable.nearest(from, required, others)
                .map(to -> new Repair(token, from, to, ColourDifference.between(from, to)));
    }
}
