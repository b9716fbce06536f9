package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of custom properties say about a colour, and which colours are only the default of a framework. */
final class Tokens {
    private static final Pattern BRAND = Pattern.compile("brand|primary|main-colou?r");
    private static final Pattern LESSER = Pattern.compile("accent|cta|theme|signature|highlight");
    private static final Pattern OTHER = Pattern.compile(
            "text|foreground|-fg|on-|bg|background|subtle|border|surface|shadow|hover|active|focus|disabled|light|dark|muted|contrast"
                    + "|secondary|tertiary|danger|error|success|warning|info");
    private static final Pattern PALETTE = Pattern.compile(
            "^--(tw|color|colors|bs|chakra|mantine|ant|wp)-+.*(red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet"
                    + "|purple|fuchsia|pink|rose|slate|gray|grey|zinc|neutral|stone)(-?[0-9]+)?$");

    private static final Pattern STATE =
            Pattern.compile("(^|-)(danger|error|success|warning|info|destructive|positive|negative|critical)(-|$)");

    private static final Set<String> DEFAULTS = Set.of(
            "#0d6efd", "#007bff", "#0b5ed7", "#0a58ca", "#3b82f6", "#2563eb", "#1976d2", "#2196f3", "#1677ff",
            "#1890ff", "#228be6", "#3182ce", "#6750a4", "#6200ee", "#337ab7", "#0073aa", "#00d1b2", "#485fc7");

    /** Of messages and states, as Bootstrap 3, 4 and 5 have them. */
    private static final Set<String> DEFAULT_STATES = Set.of(
            "#5cb85c", "#5bc0de", "#f0ad4e", "#d9534f", "#28a745", "#17a2b8", "#ffc107", "#dc3545", "#198754",
            "#0dcaf0");

    private Tokens() {}

    /** From 0, when nothing says that it is the brand's, to 1. */
    static double strength(Collection<String> sources, Hex colour) {
        return sources.stream()
                .filter(source ->
                        source.startsWith("--") && !PALETTE.matcher(source).find())
                .mapToDouble(name -> isDefault(colour) || OTHER.matcher(name).find()
                        ? 0
                        : BRAND.matcher(name).find() ? 1 : LESSER.matcher(name).find() ? 0.6 : 0)
                .max()
                .orElse(0);
    }

    /** Whether its names say that it is the colour of a state, such as success or danger, and none that it is the brand's. */
    static boolean isState(Collection<String> sources, Hex colour) {
        return DEFAULT_STATES.contains(colour.value())
                || strength(sources, colour) == 0
                        && sources.stream()
                                .anyMatch(source -> STATE.matcher(source).find());
    }

    /** Whether a framework paints it where nobody chose a colour. */
    static boolean isDefault(Hex colour) {
        return DEFAULTS.contains(colour.value());
    }
}
