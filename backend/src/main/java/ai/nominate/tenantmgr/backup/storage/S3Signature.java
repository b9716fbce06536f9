package ai.nominate.tenantmgr.backup.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests by AWS Signature Version 4. The hash of the content is signed too, so that nobody on the way can exchange it. */
final class S3Signature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    private final S3Bucket bucket;

    S3Signature(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /**
     * The headers of a request, without that of the host.
     *
     * @param query its parameters, encoded and sorted
     * @param sha256 of the content in hexadecimal
     */
    Map<String, String> headers(String method, String path, String query, String sha256, Instant now) {
        String time = TIME.format(now);
        String scope = time.substring(0, 8) + "/" + bucket.region() + "/s3/aws4_request";
        String canonical = String.join(
                "\n",
                method,
                path,
                query,
                "host:" + bucket.endpoint().getRawAuthority(),
                "x-amz-content-sha256:" + sha256,
                "x-amz-date:" + time,
                "",
                SIGNED,
                sha256);
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(canonical));
        String signature = HexFormat.of().formatHex(hmac(signingKey(time.substring(0, 8)), toSign));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-amz-content-sha256", sha256);
        headers.put("x-amz-date", time);
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + bucket.key() + "/" + scope + ", SignedHeaders=" + SIGNED
                        + ", Signature=" + signature);
        return headers;
    }

    private byte[] signingKey(String day) {
        byte[] key = ("AWS4" + bucket.secret().reveal()).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(key, day), bucket.region()), "s3"), "aws4_request");
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
