package ai.nominate.tenantmgr;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The packages and their arrows, from top to bottom. A package may import the packages reachable along the arrows, and
 * no others. A new arrow is a decision: it needs docs/architecture.md and an ADR in the same commit.
 */
final class Drawing {
    static final String ROOT = "ai.nominate.tenantmgr";

    private static final Map<String, Set<String>> ARROWS = inOrder(
            entry("tenantapi", "control"),
            entry("webhook", "deployment"),
            entry("overview", "port"),
            entry("maintenance", "server"),
            entry("restore", "control"),
            entry("control", "deployment"),
            entry("health", "slot nginx series"),
            entry("remote", "slot"),
            entry("deployment", "run slot nginx theme backup"),
            entry("backup", "run slot theme schedule"),
            entry("alert", "tenant egress"),
            entry("traffic", "nginx series schedule"),
            entry("log", "slot nginx"),
            entry("analysis", "run theme egress nginx"),
            entry("renewal", "run nginx"),
            entry("slot", "config release database"),
            entry("nginx", "certificate manifest"),
            entry("config", "tenant manifest"),
            entry("certificate", "tenant"),
            entry("database", "tenant"),
            entry("theme", "tenant"),
            entry("release", "host manifest egress credential"),
            entry("run", "host event"),
            entry("tenant", "port"),
            entry("port", "server"),
            entry("server", "host"),
            entry("host", "settings"),
            entry("credential", "settings"),
            entry("auth", "settings"),
            entry("settings", "audit job"),
            entry("audit", "event schedule"),
            entry("schedule", "job web"),
            entry("event", "web"),
            entry("job", "kernel"),
            entry("web", "kernel"),
            entry("series", "kernel"),
            entry("manifest", "kernel"),
            entry("egress", "kernel"),
            entry("kernel", ""));

    private Drawing() {}

    static Set<String> packages() {
        return ARROWS.keySet();
    }

    static Set<String> arrowsFrom(String name) {
        return ARROWS.get(name);
    }

    /** The packages a package may import, itself included. */
    static Set<String> reachableFrom(String start) {
        Set<String> seen = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(Set.of(start));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (seen.add(name)) {
                next.addAll(ARROWS.get(name));
            }
        }
        return seen;
    }

    /** The diagram in Mermaid syntax. */
    static String mermaid() {
        return ARROWS.entrySet().stream()
                .filter(arrows -> !arrows.getValue().isEmpty())
                .map(arrows -> "    " + arrows.getKey() + " --> " + String.join(" & ", arrows.getValue()) + "\n")
                .collect(Collectors.joining("", "```mermaid\nflowchart TD\n", "```\n"));
    }

    @SafeVarargs
    private static Map<String, Set<String>> inOrder(Map.Entry<String, String>... lines) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (var line : lines) {
            Set<String> to = new TreeSet<>(Arrays.asList(line.getValue().split(" ")));
            to.remove("");
            arrows.put(line.getKey(), to);
        }
        return arrows;
    }
}
