package ai.nominate.tenantmgr.analysis.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says why a swatch has a role, from its evidence alone. */
final class Reasons {
    private static final int USES = 3;

    private Reasons() {}

    static List<String> evidence(Swatch swatch) {
        List<String> ids = new ArrayList<>(
                swatch.uses().stream().limit(USES).map(Swatch.Use::id).toList());
        swatch.declared().stream().limit(2).forEach(ids::add);
        return ids;
    }

    static String sentence(Swatch swatch) {
        List<String> parts = new ArrayList<>();
        swatch.uses().stream()
                .limit(USES)
                .forEach(use -> parts.add(String.format(
                        Locale.ROOT,
                        "%s × %d (%.1f %% of the screen)",
                        use.kind().word(),
                        use.count(),
                        100 * use.share())));
        if (swatch.inLogo()) {
            parts.add("in the logo");
        }
        if (!swatch.declared().isEmpty()) {
            parts.add("declared as " + swatch.declared().getFirst());
        }
        return swatch.name() + ": " + (parts.isEmpty() ? "not painted" : String.join(", ", parts)) + ".";
    }
}
