package ai.nominate.tenantmgr.analysis.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Three to five themes to choose from. */
record Suggestions(List<Swatch> swatches, Map<Role, Choice> choices, String neutralFamily, boolean hasDark) {
    private static final double COLOURED = 0.04;

    List<Suggestion> list() {
        List<Suggestion> list = new ArrayList<>();
        if (swatches.isEmpty()) {
            return list;
        }
        Swatch primary = swatch(id(Role.PRIMARY)).orElse(swatches.getFirst());
        double confidence = choices.containsKey(Role.PRIMARY)
                ? choices.get(Role.PRIMARY).confidence()
                : Math.min(primary.primaryProbability(), Calibration.ABSTAIN);
        String secondary = id(Role.SECONDARY);
        String accent = id(Role.ACCENT);
        list.add(of(Suggestion.Kind.FAITHFUL, "As measured", primary, secondary, accent, false, confidence));
        list.add(
                of(Suggestion.Kind.ACCESSIBLE, "Easier to read", primary, secondary, accent, false, confidence * 0.95));
        runnerUp(primary)
                .ifPresent(other -> list.add(of(
                        Suggestion.Kind.ALTERNATIVE,
                        "Led by " + other.name(),
                        other,
                        primary.id(),
                        accent.equals(other.id()) ? secondary : accent,
                        false,
                        other.primaryProbability())));
        swatch(accent)
                .filter(other -> list.stream().noneMatch(each -> each.primary().equals(other.id())))
                .ifPresent(other -> list.add(of(
                        Suggestion.Kind.ALTERNATIVE,
                        "Led by the accent",
                        other,
                        primary.id(),
                        secondary,
                        false,
                        other.primaryProbability())));
        list.add(of(
                Suggestion.Kind.DARK_FIRST,
                "Dark first",
                primary,
                secondary,
                accent,
                true,
                confidence * (hasDark ? 0.9 : 0.6)));
        return list;
    }

    private Optional<Swatch> runnerUp(Swatch primary) {
        return swatches.stream()
                .filter(swatch -> !swatch.equals(primary)
                        && swatch.chroma() >= COLOURED
                        && !swatch.uses().isEmpty())
                .findFirst();
    }

    private Suggestion of(
            Suggestion.Kind kind,
            String title,
            Swatch primary,
            String secondary,
            String accent,
            boolean dark,
            double confidence) {
        return new Suggestion(
                kind,
                title,
                primary.id(),
                secondary.equals(primary.id()) ? "" : secondary,
                accent.equals(primary.id()) ? "" : accent,
                neutralFamily,
                dark,
                Rounded.of(confidence),
                Reasons.evidence(primary),
                Reasons.sentence(primary));
    }

    private String id(Role role) {
        return choices.containsKey(role) ? choices.get(role).id() : "";
    }

    private Optional<Swatch> swatch(String id) {
        return swatches.stream().filter(swatch -> swatch.id().equals(id)).findFirst();
    }
}
