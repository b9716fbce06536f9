package ai.nominate.tenantmgr.analysis.corpus;

import java.util.List;
import java.util.function.Predicate;

/** The figures of many pages. All shares are between 0 and 1; NaN where there is nothing to count. */
public record Figures(List<Outcome> outcomes) {
    public double hit() {
        return share(branded(), Outcome::hit);
    }

    public double hitAmongThree() {
        return share(branded(), Outcome::hitAmongThree);
    }

    /** Of the pages on which it abstained, those that have no brand. */
    public double abstentionPrecision() {
        return share(
                outcomes.stream().filter(Outcome::abstained).toList(),
                each -> each.site().primary().isEmpty());
    }

    /** Of the pages without a brand, those on which it abstained. */
    public double abstentionRecall() {
        return share(
                outcomes.stream()
                        .filter(each -> each.site().primary().isEmpty())
                        .toList(),
                Outcome::abstained);
    }

    public double second() {
        return share(
                outcomes.stream().filter(each -> each.site().accent() != null).toList(), Outcome::secondFound);
    }

    public double logoRecall() {
        return share(
                outcomes.stream().filter(each -> !each.site().logo().isEmpty()).toList(), Outcome::logoRight);
    }

    public double logoPrecision() {
        return share(
                outcomes.stream()
                        .filter(each -> each.logoRight() || each.logoWrong())
                        .toList(),
                Outcome::logoRight);
    }

    public double font() {
        return share(outcomes, Outcome::fontRight);
    }

    /** Expected calibration error of the primary's confidence, in ten bins of equal width. */
    public double calibrationError() {
        List<Outcome> answered =
                outcomes.stream().filter(each -> !each.abstained()).toList();
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            double low = bin / 10.0;
            double high = bin == 9 ? 1.01 : low + 0.1;
            List<Outcome> inside = answered.stream()
                    .filter(each -> each.confidence() >= low && each.confidence() < high)
                    .toList();
            if (!inside.isEmpty()) {
                double mean = inside.stream()
                        .mapToDouble(Outcome::confidence)
                        .average()
                        .orElse(0);
                error += inside.size() * Math.abs(mean - share(inside, Outcome::hit)) / answered.size();
            }
        }
        return error;
    }

    private List<Outcome> branded() {
        return outcomes.stream()
                .filter(each -> !each.site().primary().isEmpty())
                .toList();
    }

    static double share(List<Outcome> outcomes, Predicate<Outcome> right) {
        return outcomes.isEmpty() ? Double.NaN : outcomes.stream().filter(right).count() / (double) outcomes.size();
    }
}
