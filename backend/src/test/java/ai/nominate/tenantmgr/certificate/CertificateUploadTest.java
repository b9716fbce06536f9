package ai.nominate.tenantmgr.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateUploadTest {
    private static final DomainName SHOP = new DomainName("shop.example.com");
    private static final DomainName WWW = new DomainName("www.shop.example.com");

    @TempDir
    Path directory;

    private InternalAuthority authority;
    private String chain;
    private String key;

    @BeforeEach
    void a_certificate() throws IOException {
        Home home = new Home(directory);
        authority = new InternalAuthority(home, Clock.systemUTC());
        Path issued =
                home.certificates().resolve(authority.issue(List.of(SHOP, WWW)).id());
        chain = Files.readString(issued.resolve("fullchain.pem"));
        key = Files.readString(issued.resolve("key.pem"));
    }

    @Test
    void a_chain_with_its_key_is_accepted_and_written_as_it_was_read() {
        CertificateUpload upload = CertificateUpload.of(chain, key, List.of(SHOP, WWW), Instant.now());

        assertThat(upload.chain()).hasSize(2);
        assertThat(upload.chainPem()).isEqualTo(chain);
        assertThat(upload.keyPem()).isEqualTo(key);
        assertThat(upload.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void each_fault_names_its_field_and_its_reason() throws Exception {
        String[] parts = chain.split("(?<=-----END CERTIFICATE-----\n)");
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        KeyPair other = keys.generateKeyPair();
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        refused("no certificate", key, "chain", "must be certificates in PEM format, the site's own first");
        refused(
                parts[1] + parts[0],
                key,
                "chain",
                "begins with the certificate of an authority; the site's own must come first");
        refused(parts[0] + parts[0], key, "chain", "is not in order: certificate 1 was not signed by certificate 2");
        refused(chain, "no key", "key", "must be one private key in PEM format, without a passphrase");
        refused(chain, Pem.of(other.getPrivate()), "key", "does not belong to the first certificate of the chain");
        refused(chain, Pem.of(edwards.getPrivate()), "key", "must be for EC or RSA");
        refused(null, null, "chain", "is required");
    }

    @Test
    void it_must_be_valid_now_and_for_every_name() {
        Instant later = Instant.now().plus(Duration.ofDays(91));
        assertThatThrownBy(() -> CertificateUpload.of(chain, key, List.of(SHOP), later))
                .satisfies(e -> assertThat(errors(e).getFirst().message()).startsWith("expired at "));
        assertThatThrownBy(() -> CertificateUpload.of(
                        chain, key, List.of(SHOP, new DomainName("other.example.com")), Instant.now()))
                .satisfies(e -> assertThat(errors(e))
                        .containsExactly(new FieldError("chain", "is not valid for other.example.com")));
    }

    private static void refused(String chain, String key, String field, String reason) {
        assertThatThrownBy(() -> CertificateUpload.of(chain, key, List.of(SHOP), Instant.now()))
                .satisfies(e -> assertThat(errors(e)).contains(new FieldError(field, reason)));
    }

    private static List<FieldError> errors(Throwable e) {
        return ((ProblemException) e).errors();
    }
}
