package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.evidence.FontUse;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.analysis.extract.Answer;
import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Role;
import ai.nominate.tenantmgr.analysis.extract.Swatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was measured, as text for the model. Every word of the page in it is quoted. Pure. */
final class BrandTable {
    static final int MOST_SWATCHES = 24;
    static final int MOST_LOGOS = 12;
    static final int MOST_FONTS = 8;
    private static final int LONGEST_WORD = 60;

    private BrandTable() {}

    static String of(Snapshot snapshot, Answer local) {
        StringBuilder text = new StringBuilder();
        text.append("Website: ").append(quoted(snapshot.address())).append('\n');
        text.append("Title (data of the page): \"")
                .append(quoted(snapshot.title()))
                .append("\"\n\n");
        text.append("Swatches: id | name | OKLCH | local score | evidence\n");
        swatches(local).forEach(swatch -> text.append(row(swatch)).append('\n'));
        text.append("\nLogos: id | where | text | signs | colours\n");
        logos(snapshot).forEach(logo -> text.append(row(logo, local)).append('\n'));
        text.append("\nFonts: id | family | used for | characters\n");
        List<FontUse> fonts = fonts(snapshot);
        for (int i = 0; i < fonts.size(); i++) {
            text.append(row(i, fonts.get(i))).append('\n');
        }
        text.append("\nAnswer of the local extractor:\n");
        if (local.abstains()) {
            text.append("primary: none, because no colour can be defended as the brand\n");
        }
        local.roles().forEach((role, choice) -> text.append(row(role, choice)).append('\n'));
        text.append("neutral family: ").append(local.neutralFamily()).append(", radius: ");
        text.append(word(local.radius())).append('\n');
        return text.toString();
    }

    static List<Swatch> swatches(Answer local) {
        return local.swatches().stream().limit(MOST_SWATCHES).toList();
    }

    static List<Logo> logos(Snapshot snapshot) {
        return snapshot.logos().stream()
                .filter(logo -> logo.id().matches("l([0-9]|1[01])"))
                .toList();
    }

    static List<FontUse> fonts(Snapshot snapshot) {
        return snapshot.fonts().stream().limit(MOST_FONTS).toList();
    }

    private static String row(Swatch swatch) {
        String uses = swatch.uses().stream()
                .map(use -> String.format(
                        Locale.ROOT, "%s ×%d %.1f%%%s", use.id(), use.count(), 100 * use.share(), properties(use)))
                .collect(Collectors.joining("; "));
        String declared = swatch.declared().stream().map(BrandTable::quoted).collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%s | %s | %.2f %.3f %.0f | %.2f | %s%s%s",
                swatch.id(),
                swatch.name(),
                swatch.lightness(),
                swatch.chroma(),
                swatch.hue(),
                swatch.score(),
                uses,
                declared.isEmpty() ? "" : "; declared " + declared,
                swatch.inLogo() ? "; logo" : "");
    }

    private static String properties(Swatch.Use use) {
        return use.properties().isEmpty()
                ? ""
                : " via "
                        + use.properties().stream()
                                .limit(3)
                                .map(BrandTable::quoted)
                                .collect(Collectors.joining(","));
    }

    private static String row(Logo logo, Answer local) {
        String colours = swatches(local).stream()
                .filter(swatch -> logo.colours().stream().anyMatch(swatch.members()::contains))
                .map(Swatch::id)
                .collect(Collectors.joining(","));
        return String.join(
                " | ",
                logo.id(),
                word(logo.source()),
                "\"" + quoted(logo.alt()) + "\"",
                logo.signs().stream().map(BrandTable::quoted).collect(Collectors.joining(",")),
                colours);
    }

    private static String row(int index, FontUse font) {
        return String.join(
                " | ",
                "f" + index,
                "\"" + quoted(font.family()) + "\"",
                word(font.role()),
                Long.toString(font.characters()));
    }

    private static String row(Role role, Choice choice) {
        return String.format(Locale.ROOT, "%s: %s, confidence %.2f", word(role), choice.id(), choice.confidence());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return PageText.quoted(text, LONGEST_WORD);
    }
}
