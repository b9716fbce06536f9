package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Extractor;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How the extractor did on one page.
 *
 * @param rank of the first swatch that is the labelled primary, from 1; 0 if none of the first ten
 * @param difference ΔE2000 from the answer to the nearest labelled primary; NaN without one of both
 * @param confidence of the primary; 0 when it abstained
 */
public record Outcome(
        Site site,
        boolean abstained,
        int rank,
        double difference,
        double confidence,
        boolean secondFound,
        boolean logoRight,
        boolean logoWrong,
        boolean fontRight) {
    static final double SAME = 5;
    private static final int SECOND_AMONG = 5;

    public static Outcome of(Site site, Snapshot page) {
        Answer answer = Extractor.answer(page);
        String logo = answer.logo() == null
                ? ""
                : page.logos().stream()
                        .filter(each -> each.id().equals(answer.logo().id()))
                        .map(Logo::alt)
                        .findFirst()
                        .orElse("");
        boolean ownLogo = !site.logo().isEmpty() && logo.contains(site.logo());
        return new Outcome(
                site,
                answer.abstains(),
                rank(answer, site.primary()),
                answer.role(Role.PRIMARY)
                        .map(choice -> nearest(answer.swatch(choice.id()).hex(), site.primary()))
                        .orElse(Double.NaN),
                answer.role(Role.PRIMARY).map(Choice::confidence).orElse(0.0),
                site.accent() == null || second(answer, site.accent()),
                ownLogo,
                answer.logo() != null && !ownLogo,
                answer.bodyFont() != null
                        && answer.bodyFont()
                                .id()
                                .toLowerCase(Locale.ROOT)
                                .equals(site.font().toLowerCase(Locale.ROOT)));
    }

    public boolean hit() {
        return site.primary().isEmpty() ? abstained : !abstained && difference < SAME;
    }

    public boolean hitAmongThree() {
        return site.primary().isEmpty() ? abstained : rank >= 1 && rank <= 3;
    }

    private static int rank(Answer answer, List<Hex> labels) {
        for (int i = 0; i < Math.min(10, answer.swatches().size()); i++) {
            if (nearest(answer.swatches().get(i).hex(), labels) < SAME) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Among secondary, accent and the best other swatches, five in all. */
    private static boolean second(Answer answer, Hex label) {
        return Stream.concat(
                        Stream.of(Role.SECONDARY, Role.ACCENT)
                                .flatMap(role -> answer.role(role).stream())
                                .map(choice -> answer.swatch(choice.id()).hex()),
                        answer.swatches().stream()
                                .filter(swatch -> answer.role(Role.PRIMARY).stream()
                                        .noneMatch(choice -> choice.id().equals(swatch.id())))
                                .map(swatch -> swatch.hex()))
                .distinct()
                .limit(SECOND_AMONG)
                .anyMatch(hex -> nearest(hex, List.of(label)) < SAME);
    }

    static double nearest(Hex hex, List<Hex> labels) {
        return labels.stream()
                .mapToDouble(label -> ColourDifference.between(Srgb.of(hex.rgb()), Srgb.of(label.rgb())))
                .min()
                .orElse(Double.NaN);
    }
}
