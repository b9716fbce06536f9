package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A bucket of an S3 server, addressed by path: every server understands that.
 *
 * @param endpoint without a path
 */
public record S3Bucket(URI endpoint, String region, String bucket, String key, Secret secret) {
    /** The path of an object, encoded as the signature has it. */
    String path(String object) {
        return "/" + encoded(bucket) + "/" + encoded(object).replace("%2F", "/");
    }

    URI uri(String path, String query) {
        String base = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
