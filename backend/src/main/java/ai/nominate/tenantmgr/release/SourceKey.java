package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The identity of a release: server, repository, commit and build settings. Builds are not reproducible, so the output cannot be the
 * key; looked up before a build.
 */
final class SourceKey {
    private static final short FIRST = 1;

    private SourceKey() {}

    /** @param server where it is built; the number of the first one was not part of the key before there were others */
    static String releaseId(short server, PinnedSource pinned, Manifest manifest) {
        StringBuilder key = new StringBuilder(server == FIRST ? "" : server + "\0")
                .append(TenantSource.kind(pinned.source()))
                .append('\0')
                .append(TenantSource.location(pinned.source()))
                .append('\0')
                .append(pinned.commit());
        for (List<String> argv : manifest.build()) {
            key.append('\0').append(String.join("\1", argv));
        }
        manifest.env()
                .build()
                .forEach((name, value) ->
                        key.append("\0env\1").append(name).append('\1').append(value));
        return "r" + hash(key.toString());
    }

    /** The first 48 bits of SHA-256, in hex. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
