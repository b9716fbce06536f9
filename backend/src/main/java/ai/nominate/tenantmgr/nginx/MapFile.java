package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.manifest.RouteRules;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The maps of a generation that contain tenants, each with the only allowed format of its lines. Lines of another
 * format are neither written nor read back from an edited file.
 */
enum MapFile {
    HOSTS("hosts.map", "[a-z0-9.-]+", "[a-z0-9-]+"),
    CERTIFICATES("certs.map", "[a-z0-9.-]+", "[A-Za-z0-9-]+"),
    MOVED("moved.map", "[a-z0-9.-]+", "[a-z0-9.-]+"),
    /** Keys start with @, because default, include and volatile are valid slugs and keywords of NGINX. */
    SLOTS("slots.map", "@[a-z0-9-]+", Shape.ENTRY + "\\|" + Shape.ENTRY),
    ROUTES_0("routes0.map", Shape.ROUTES, SiteTarget.SHAPE),
    ROUTES_1("routes1.map", Shape.ROUTES + Shape.SEGMENT + "/", SiteTarget.SHAPE),
    ROUTES_2("routes2.map", Shape.ROUTES + Shape.SEGMENT + "{2}/", SiteTarget.SHAPE),
    ROUTES_3("routes3.map", Shape.ROUTES + Shape.SEGMENT + "{3}/", SiteTarget.SHAPE),
    EXACT("exact.map", Shape.ROUTES + Shape.SEGMENT + "{1,4}", SiteTarget.SHAPE),
    THEME("theme.map", Shape.ROUTES + Shape.SEGMENT + "{1,4}", "[A-Za-z0-9][A-Za-z0-9._-]*");

    static final List<MapFile> OF_ROUTES = List.of(ROUTES_0, ROUTES_1, ROUTES_2, ROUTES_3, EXACT, THEME);

    private final String fileName;
    private final Pattern line;

    MapFile(String fileName, String key, String value) {
        this.fileName = fileName;
        this.line = Pattern.compile("(" + key + ") (" + value + ");");
    }

    String fileName() {
        return fileName;
    }

    /** The map for routes of this kind and depth. */
    static MapFile ofRoute(String path) {
        if (!RouteRules.isPrefix(path)) {
            return EXACT;
        }
        return switch (RouteRules.depth(path)) {
            case 0 -> ROUTES_0;
            case 1 -> ROUTES_1;
            case 2 -> ROUTES_2;
            default -> ROUTES_3;
        };
    }

    String render(SortedMap<String, String> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(
                (key, value) -> text.append(key).append(' ').append(value).append(";\n"));
        return text.toString();
    }

    SortedMap<String, String> parse(String text) {
        SortedMap<String, String> entries = new TreeMap<>();
        text.lines().map(line::matcher).filter(Matcher::matches).forEach(m -> entries.put(m.group(1), m.group(2)));
        return entries;
    }

    boolean accepts(Map.Entry<String, String> entry) {
        return line.matcher(entry.getKey() + " " + entry.getValue() + ";").matches();
    }

    /** The first line, counted from 1, with an invalid format. */
    OptionalInt strangeLine(String text) {
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length && !text.isEmpty(); i++) {
            if (!line.matcher(lines[i]).matches()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static final class Shape {
        private static final String ROUTES = "m[0-9a-f]{12}";
        private static final String SEGMENT = "(?:/[A-Za-z0-9._~-]+)";
        private static final String ENTRY = "(?:[0-9:]*,[a-z0-9-]+," + ROUTES + ")?";
    }
}
