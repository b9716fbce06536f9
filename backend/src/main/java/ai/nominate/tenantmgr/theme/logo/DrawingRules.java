package ai.nominate.tenantmgr.theme.logo;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a drawing may contain: shapes, text, gradients, and references within itself. */
final class DrawingRules {
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "a",
            "switch",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "pattern",
            "symbol",
            "use",
            "title",
            "desc",
            "style");
    /** Elements that act when they are clicked or choose by language; their content is kept in a plain group. */
    private static final Set<String> GROUPS = Set.of("a", "switch");

    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "viewBox",
            "preserveAspectRatio",
            "width",
            "height",
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "fx",
            "fy",
            "dx",
            "dy",
            "d",
            "points",
            "pathLength",
            "transform",
            "fill",
            "fill-opacity",
            "fill-rule",
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-dasharray",
            "stroke-dashoffset",
            "opacity",
            "color",
            "clip-path",
            "clip-rule",
            "clipPathUnits",
            "mask",
            "maskUnits",
            "maskContentUnits",
            "patternUnits",
            "patternContentUnits",
            "patternTransform",
            "gradientUnits",
            "gradientTransform",
            "spreadMethod",
            "offset",
            "stop-color",
            "stop-opacity",
            "display",
            "visibility",
            "overflow",
            "style",
            "href",
            "font-family",
            "font-size",
            "font-weight",
            "font-style",
            "letter-spacing",
            "text-anchor",
            "dominant-baseline",
            "textLength",
            "lengthAdjust",
            "vector-effect",
            "paint-order",
            "shape-rendering");
    private static final Pattern OWN_REFERENCE = Pattern.compile("#[A-Za-z_][\\w.-]{0,127}");
    private static final Pattern URL = Pattern.compile("url\\(\\s*['\"]?([^)'\"]*)['\"]?\\s*\\)");
    private static final Pattern DANGEROUS =
            Pattern.compile("[\\\\@<]|/\\*|expression|javascript|data:|://|behavior|-moz-binding|image-set|src\\(");
    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]{1,7}(?:\\.[0-9]{1,9})?)(?:px)?\\s*");

    private DrawingRules() {}

    static boolean isElement(String name) {
        return ELEMENTS.contains(name);
    }

    static String elementFor(String name) {
        return GROUPS.contains(name) ? "g" : name;
    }

    static boolean isAttribute(String name, String value) {
        if (!ATTRIBUTES.contains(name)) {
            return false;
        }
        return name.equals("href") ? OWN_REFERENCE.matcher(value).matches() : isHarmless(value);
    }

    /** Whether a value or a style sheet loads nothing and runs nothing: it refers to parts of the drawing at most. */
    static boolean isHarmless(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        if (DANGEROUS.matcher(text).find()) {
            return false;
        }
        Matcher urls = URL.matcher(value);
        int found = 0;
        while (urls.find()) {
            found++;
            if (!OWN_REFERENCE.matcher(urls.group(1).strip()).matches()) {
                return false;
            }
        }
        return text.split("url\\s*\\(", -1).length - 1 == found;
    }

    /** Width and height of a view box; 0 if there is none. */
    static double[] viewBox(String value) {
        String[] parts = value == null ? new String[0] : value.strip().split("[\\s,]+");
        return parts.length == 4 ? new double[] {length(parts[2], 0), length(parts[3], 0)} : new double[] {0, 0};
    }

    /** A length in pixels; the other one for a percentage, another unit or none. */
    static double length(String value, double otherwise) {
        Matcher number = NUMBER.matcher(value == null ? "" : value);
        return number.matches() ? Double.parseDouble(number.group(1)) : otherwise;
    }
}
