package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.FontUse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses the fonts that most of the text is set in. */
final class Fonts {
    private static final Pattern MANGLED =
            Pattern.compile("^_*([A-Za-z0-9]+(?:_[A-Za-z0-9]+)*?)_(?:Fallback_)?[0-9a-f]{6}$");
    private static final Set<String> GENERIC = Set.of(
            "system-ui",
            "sans-serif",
            "serif",
            "-apple-system",
            "blinkmacsystemfont",
            "ui-sans-serif",
            "ui-serif",
            "inherit",
            "");

    private Fonts() {}

    static Optional<Choice> of(List<FontUse> fonts, FontUse.Role role) {
        Map<String, Long> characters = fonts.stream()
                .filter(font -> font.role() == role)
                .collect(Collectors.groupingBy(
                        font -> family(font.family()), TreeMap::new, Collectors.summingLong(FontUse::characters)));
        long all = characters.values().stream().mapToLong(Long::longValue).sum();
        return characters.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(entry -> new Choice(
                        entry.getKey(),
                        Rounded.of(Math.min(0.95, entry.getValue() / (double) Math.max(1, all))),
                        List.of(),
                        "%d of %d characters are set in it.".formatted(entry.getValue(), all)));
    }

    /** As a person would write it: {@code Roboto Mono} for {@code __Roboto_Mono_c8ca7d}. */
    static String family(String name) {
        if (GENERIC.contains(name.toLowerCase(Locale.ROOT))) {
            return "system-ui";
        }
        Matcher mangled = MANGLED.matcher(name);
        return mangled.matches() ? mangled.group(1).replace('_', ' ') : name;
    }
}
