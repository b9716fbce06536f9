package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.RouteRules;
import ai.nominate.tenantmgr.manifest.RouteTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The paths of a release and their targets, and the paths of the tenant's theme files. Rejects everything that could break a map
 * for all tenants, by the rules of the manifest.
 *
 * @param paths the longest match wins
 * @param theme request path to file name under the tenant's {@code public} directory; takes precedence over the paths
 */
public record Routes(NavigableMap<String, SiteTarget> paths, Map<String, String> theme) {
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws InvalidValue if a path or file name is invalid, or two paths are equal for NGINX */
    public Routes {
        paths = Collections.unmodifiableNavigableMap(new TreeMap<>((Map<String, SiteTarget>) paths));
        theme = Collections.unmodifiableMap(new TreeMap<>(theme));
        if (paths.isEmpty()) {
            throw new InvalidValue("a release needs at least one route");
        }
        RouteRules.requireRoutes(paths.keySet());
        RouteRules.requireThemePaths(theme.keySet());
        if (!theme.values().stream().allMatch(file -> FILE_NAME.matcher(file).matches())) {
            throw new InvalidValue("a theme file is a plain file name");
        }
    }

    /** The routes of a manifest. */
    public static Routes of(Manifest manifest, Map<String, String> theme) {
        TreeMap<String, SiteTarget> paths = new TreeMap<>();
        manifest.routes().forEach((path, target) -> paths.put(path, target(manifest, path, target)));
        return new Routes(paths, theme);
    }

    private static SiteTarget target(Manifest manifest, String path, RouteTarget target) {
        OptionalInt depth = RouteRules.isPrefix(path) ? OptionalInt.of(RouteRules.depth(path)) : OptionalInt.empty();
        return switch (target) {
            case RouteTarget.ToService to ->
                SiteTarget.service(
                        manifest.position(to.service()).orElseThrow(),
                        to.service(),
                        to.stripPrefix() ? depth : OptionalInt.empty());
            case RouteTarget.Files files -> SiteTarget.files(depth, files.immutable(), files.path(), files.fallback());
        };
    }

    /** The id of these routes in the maps: a hash of their content, so that tenants of one release share entries. */
    String id() {
        StringBuilder text = new StringBuilder();
        paths.forEach((path, target) ->
                text.append(path).append(' ').append(target.text()).append('\n'));
        theme.forEach((path, file) -> text.append(path).append('=').append(file).append('\n'));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "m" + HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
