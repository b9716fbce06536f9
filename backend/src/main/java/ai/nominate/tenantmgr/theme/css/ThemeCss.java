package ai.nominate.tenantmgr.theme.css;

import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.design.Token;
import ai.nominate.tenantmgr.theme.design.Tokens;
import java.util.Optional;

/**
 * The style sheet of a theme: variables only, so that it changes nothing which an application does not use. Dark applies
 * where the visitor's system asks for it, or where an element says {@code data-theme}.
 */
public final class ThemeCss {
    private static final String SYSTEM_FONT = "ui-sans-serif, system-ui, sans-serif";
    /** More than the versions that could be written within one second. */
    private static final int LENGTHS = 64;

    private ThemeCss() {}

    /**
     * Two versions that follow each other have different lengths: NGINX tells files apart by their length and the second
     * of their change, and visitors must not keep the earlier one.
     *
     * @param version the number of the version, from 1
     */
    public static String of(Theme theme, int version) {
        StringBuilder css = new StringBuilder();
        css.append("/* Theme, version ").append(version).append(". Written by Tenant Manager: edits are lost. */\n");
        css.append(":root {\n");
        theme.scales()
                .byName()
                .forEach((name, scale) -> scale.colours().keySet().stream()
                        .sorted()
                        .forEach(stop -> line(
                                css,
                                "  ",
                                "--color-" + name + "-" + stop,
                                scale.at(stop).hex())));
        line(css, "  ", "--font-heading", font(theme.draft().fonts().heading()));
        line(css, "  ", "--font-body", font(theme.draft().fonts().body()));
        line(css, "  ", "--radius", theme.draft().radius().length());
        css.append("}\n");
        scheme(css, "", ":root, [data-theme=\"light\"]", "light", theme.light());
        css.append("@media (prefers-color-scheme: dark) {\n");
        scheme(css, "  ", ":root:not([data-theme=\"light\"])", "dark", theme.dark());
        css.append("}\n");
        scheme(css, "", "[data-theme=\"dark\"]", "dark", theme.dark());
        return css.append("/*")
                .append(" ".repeat(version % LENGTHS))
                .append("*/\n")
                .toString();
    }

    private static void scheme(StringBuilder css, String indent, String selector, String name, Tokens tokens) {
        css.append(indent).append(selector).append(" {\n");
        line(css, indent + "  ", "color-scheme", name);
        for (Token token : Token.values()) {
            line(css, indent + "  ", token.variable(), tokens.at(token).hex());
        }
        css.append(indent).append("}\n");
    }

    private static void line(StringBuilder css, String indent, String name, String value) {
        css.append(indent).append(name).append(": ").append(value).append(";\n");
    }

    private static String font(Optional<FontFamily> family) {
        return family.map(name -> "\"" + name + "\", " + SYSTEM_FONT).orElse(SYSTEM_FONT);
    }
}
