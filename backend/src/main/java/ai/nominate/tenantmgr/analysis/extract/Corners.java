package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Corner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The radius that most controls of the page have. */
final class Corners {
    private static final double BUTTONS = 3;

    private Corners() {}

    static Radius of(List<Corner> corners) {
        Map<Radius, Double> votes = new EnumMap<>(Radius.class);
        corners.stream()
                .sorted(java.util.Comparator.comparing(Corner::kind).thenComparing(Corner::radius))
                .forEach(corner -> votes.merge(
                        radius(corner.radius()),
                        corner.count() * (corner.kind().equals("button") ? BUTTONS : 1),
                        Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Radius.MD);
    }

    private static Radius radius(double pixels) {
        return pixels < 2
                ? Radius.NONE
                : pixels < 6 ? Radius.SM : pixels < 10 ? Radius.MD : pixels < 24 ? Radius.LG : Radius.FULL;
    }
}
