package ai.nominate.tenantmgr.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SignatureTest {
    private static final S3Bucket BUCKET = new S3Bucket(
            URI.create("https://examplebucket.s3.amazonaws.com"),
            "us-east-1",
            "a bucket",
            "AKIAIOSFODNN7EXAMPLE",
            new Secret("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

    /** The examples of the documentation of S3. */
    @ParameterizedTest
    @CsvSource({
        "lifecycle=, fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        "max-keys=2&prefix=J, 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    })
    void signs_as_the_documentation_of_s3_does(String query, String signature) {
        String signed = new S3Signature(BUCKET)
                .headers("GET", "/", query, S3Signature.sha256(new byte[0]), Instant.parse("2013-05-24T00:00:00Z"))
                .get("Authorization");

        assertThat(signed)
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, "
                        + "SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=" + signature);
    }

    @Test
    void encodes_names_as_the_signature_has_them_and_shows_no_secret() {
        assertThat(BUCKET.path("a b/c*~d")).isEqualTo("/a%20bucket/a%20b/c%2A~d");
        assertThat(BUCKET.toString()).doesNotContain("wJalr");
    }
}
