package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Logo;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the logo of the page's owner among its pictures, by where they are and what they are called. */
final class LogoChoice {
    private static final int LEAST = 60;
    private static final int SURE = 120;
    private static final Map<String, Integer> POINTS = Map.ofEntries(
            Map.entry("header", 50),
            Map.entry("home-link", 30),
            Map.entry("class-logo", 30),
            Map.entry("file-logo", 30),
            Map.entry("alt-logo", 20),
            Map.entry("own-name", 40),
            Map.entry("top", 15),
            Map.entry("left", 10),
            Map.entry("footer", 10),
            Map.entry("sized", 15),
            Map.entry("wall", -80),
            Map.entry("control", -60),
            Map.entry("huge", -80),
            Map.entry("person", -80),
            Map.entry("low", -50),
            Map.entry("small", -30));

    private LogoChoice() {}

    /** The likeliest one; empty if none is likely. A picture that is only declared is taken when nothing is painted. */
    static Optional<Logo> of(List<Logo> logos) {
        return logos.stream()
                .filter(logo -> logo.box() != null && points(logo) >= LEAST)
                .min(Comparator.comparing((Logo logo) -> -points(logo))
                        .thenComparing(logo -> logo.box().y())
                        .thenComparing(logo -> logo.box().x())
                        .thenComparing(Logo::id));
    }

    static Choice choice(Logo logo) {
        double confidence = Math.clamp(0.5 + 0.45 * (points(logo) - LEAST) / (SURE - LEAST), 0.5, 0.95);
        return new Choice(
                logo.id(),
                confidence,
                List.copyOf(logo.signs()),
                "Picked by its place and name: " + String.join(", ", logo.signs()) + ".");
    }

    private static int points(Logo logo) {
        return logo.signs().stream()
                .mapToInt(sign -> POINTS.getOrDefault(sign, 0))
                .sum();
    }
}
