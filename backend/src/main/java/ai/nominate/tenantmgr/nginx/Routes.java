package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;


import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The paths of a release and their services, and the paths of the tenant's theme files. Rejects everything that could
 * break a map for all tenants: NGINX ignores case in keys, so two paths must not differ in case only.
 *
 * @param paths whole segments that end in a slash, at most three; the longest match wins
 * @param theme request path to file name under the tenant's {@code public} directory; takes precedence over the paths
 */
public record Routes(NavigableMap<String, ServiceName> paths, Map<String, String> theme) {
    private static final String SEGMENT = "/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]{1,64}";
    private static final Pattern PREFIX = Pattern.compile("(?:" + SEGMENT + "){0,3}/");
    private static final Pattern FILE_PATH = Pattern.compile("(?:" + SEGMENT + "){1,4}");
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final String RESERVED = "/.tenantmgr-";

    /** @throws InvalidValue if a path or file name is invalid, or two paths are equal */
    public Routes {
        paths = Collections.unmodifiableNavigableMap(new TreeMap<>((Map<String, ServiceName>) paths));
        theme = Collections.unmodifiableMap(new TreeMap<>(theme));
        if (paths.isEmpty()) {
            throw new InvalidValue("a release needs at least one route");
        }
        refuseUnless(PREFIX, paths.keySet(), "a route is a path of at most three segments that ends in a slash");
        refuseUnless(FILE_PATH, theme.keySet(), "a theme path has one to four segments");
        refuseUnless(FILE_NAME, theme.values(), "a theme file is a plain file name");
        refuseTwins(paths.keySet());
        refuseTwins(theme.keySet());
    }

    private static void refuseUnless(Pattern shape, Collection<String> texts, String rule) {
        for (String text : texts) {
            if (!shape.matcher(text).matches() || text.startsWith(RESERVED)) {
                throw new InvalidValue(rule);
            }
        }
    }

    private static void refuseTwins(Collection<String> paths) {
        Set<String> seen = new HashSet<>();
        for (String path : paths) {
            if (!seen.add(path.toLowerCase(Locale.ROOT))) {
                throw new InvalidValue("two paths differ in case only");
            }
        }
    }

    /** The depth of a path of {@link #paths()}, from 0 for the root to 3. */
    static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count() - 1;
    }

    /** The id of these routes in the maps: a hash of their content, so that tenants of one release share entries. */
    String id() {
        StringBuilder text = new StringBuilder();
        paths.forEach((path, service) ->
                text.append(path).append(' ').append(service.id()).append('\n'));
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
