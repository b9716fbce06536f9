package campaign;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Style sheets, scripts and the icon, with a content hash in their names, cached for a year. During a switch of
 * releases a page may request a file of the other release: it gets this release's file, uncached, instead of no style.
 */
final class Assets {
    private static final Pattern HASHED = Pattern.compile("/assets/([a-z]+)\\.[0-9a-f]{10}\\.([a-z]+)");
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private record Asset(String path, String type, byte[] content) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets(String... names) throws IOException {
        for (String name : names) {
            byte[] content = read(name);
            String type = name.substring(name.lastIndexOf('.') + 1);
            String stem = name.substring(0, name.lastIndexOf('.'));
            assets.put(name, new Asset("/assets/" + stem + "." + hash(content) + "." + type, TYPES.get(type), content));
        }
    }

    /** The path of each asset, as {@code asset.<name>}. */
    Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        assets.forEach((name, asset) -> paths.put("asset." + name, asset.path()));
        return paths;
    }

    void serve(Call call) throws IOException {
        Matcher hashed = HASHED.matcher(call.path());
        Asset asset = hashed.matches() ? assets.get(hashed.group(1) + "." + hashed.group(2)) : null;
        if (asset == null) {
            throw new Refused(404, "not-found", "Not found");
        }
        boolean ours = asset.path().equals(call.path());
        call.header("Cache-Control", ours ? "public, max-age=31536000, immutable" : "no-store");
        call.bytes(200, asset.type(), asset.content());
    }

    static byte[] read(String name) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
            return in.readAllBytes();
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 5);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
