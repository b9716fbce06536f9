package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules of paths that NGINX is given. The manifest and the maps of NGINX are checked by the same rules, so that what the
 * manifest accepts NGINX accepts.
 */
public final class RouteRules {
    private RouteRules() {}

    /** Whether a path of a route stands for all paths below it, and not for itself alone. */
    public static boolean isPrefix(String path) {
        return path.endsWith("/");
    }

    /** The number of segments of a path. */
    public static int depth(String path) {
        int slashes = (int) path.chars().filter(c -> c == '/').count();
        return isPrefix(path) ? slashes - 1 : slashes;
    }

    /** @throws InvalidValue if one path is invalid or cannot be told from another one */
    public static void requireRoutes(Collection<String> paths) {
        paths.forEach(TextRule.ROUTE::require);
        requireApart(paths);
    }

    /** The same for the paths of a tenant's own files. */
    public static void requireThemePaths(Collection<String> paths) {
        paths.forEach(TextRule.THEME::require);
        requireApart(paths);
    }

    private static void requireApart(Collection<String> paths) {
        twins(paths).values().stream().findFirst().ifPresent(reason -> {
            throw new InvalidValue(reason);
        });
    }

    /** The paths that cannot be told from another one, with the reason: NGINX ignores case when it looks up a path. */
    static Map<String, String> twins(Collection<String> paths) {
        Map<String, String> seen = new HashMap<>();
        Map<String, String> twins = new TreeMap<>();
        for (String path : paths) {
            String other = seen.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                twins.put(path, "must differ from " + other + " in more than case: NGINX takes both for one path");
            }
        }
        return twins;
    }
}
