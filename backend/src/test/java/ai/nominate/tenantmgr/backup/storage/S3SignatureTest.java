package ai.nominate.tenantmgr.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class S3SignatureTest {
    private static final S3Bucket BUCKET = new S3Bucket(
            URI.create("https://s3.amazonaws.com"),
            "us-east-1",
            "examplebucket",
            "AKIAIOSFODNN7EXAMPLE",
            new Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

    @Test
    void signs_the_same_request_alike_and_each_change_of_it_otherwise() {
        Instant now = Instant.parse("2013-05-24T00:00:00Z");
        String hash = S3Signature.sha256(new byte[0]);
        String one = new S3Signature(BUCKET).headers("GET", BUCKET.path("a b/c"), "", hash, now).get("Authorization");

        assertThat(one)
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ")
                .isEqualTo(new S3Signature(BUCKET).headers("GET", BUCKET.path("a b/c"), "", hash, now).get("Authorization"))
                .isNotEqualTo(new S3Signature(BUCKET).headers("PUT", BUCKET.path("a b/c"), "", hash, now).get("Authorization"));
        assertThat(BUCKET.path("a b/c")).isEqualTo("/examplebucket/a%20b/c");
        assertThat(BUCKET.toString()).doesNotContain("wJalr");
    }
}
