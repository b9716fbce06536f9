package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.DomainName;


import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalAuthorityTest {
    private static final DomainName SHOP = new DomainName("shop.example.org");
    private static final DomainName ALIAS = new DomainName("www.shop.example.org");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path directory;

    private Home home;
    private InternalAuthority authority;

    @BeforeEach
    void make() {
        home = new Home(directory);
        authority = at(NOW);
    }

    @Test
    void a_certificate_says_for_whom_and_how_long_it_is_good() {
        IssuedCertificate issued = authority.issue(List.of(SHOP, ALIAS));

        assertThat(issued.id()).matches("c[0-9a-f]{32}");
        assertThat(issued.issuer()).isEqualTo("Tenant Manager internal CA");
        assertThat(issued.names()).containsExactly(SHOP, ALIAS);
        assertThat(issued.notBefore()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(issued.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(90)));
        assertThat(authority.read(issued.id())).contains(issued);
    }

    @Test
    void it_covers_its_names_while_it_is_valid() {
        IssuedCertificate issued = authority.issue(List.of(SHOP, ALIAS));

        assertThat(issued.covers(List.of(ALIAS), NOW)).isTrue();
        assertThat(issued.covers(List.of(SHOP, ALIAS), issued.notBefore())).isTrue();
        assertThat(issued.covers(List.of(SHOP, new DomainName("other.example.org")), NOW))
                .isFalse();
        assertThat(issued.covers(List.of(SHOP), issued.notBefore().minusSeconds(1)))
                .isFalse();
        assertThat(issued.covers(List.of(SHOP), issued.notAfter())).isFalse();
    }

    @Test
    void openssl_accepts_the_chain_for_its_names_alone() throws Exception {
        IssuedCertificate issued = authority.issue(List.of(SHOP, ALIAS));
        String chain = file(issued, "fullchain.pem").toString();
        String root = authority.rootCertificate().toString();

        for (DomainName name : issued.names()) {
            assertThat(openssl(
                            "verify",
                            "-x509_strict",
                            "-purpose",
                            "sslserver",
                            "-verify_hostname",
                            name.value(),
                            "-CAfile",
                            root,
                            chain))
                    .isEqualTo(chain + ": OK\n");
        }
        assertThat(openssl("verify", "-verify_hostname", "example.org", "-CAfile", root, chain))
                .contains("hostname mismatch");
        assertThat(openssl("x509", "-in", chain, "-noout", "-serial")
                        .toLowerCase(Locale.ROOT)
                        .strip())
                .matches("serial=0*" + issued.serialHex());
        assertThat(openssl("x509", "-in", chain, "-noout", "-ext", "subjectAltName,extendedKeyUsage,basicConstraints"))
                .contains(
                        "DNS:shop.example.org, DNS:www.shop.example.org", "TLS Web Server Authentication", "CA:FALSE");
    }

    @Test
    void the_key_is_the_certificate_s() throws Exception {
        IssuedCertificate issued = authority.issue(List.of(SHOP));
        assertThat(openssl("pkey", "-in", file(issued, "key.pem").toString(), "-pubout"))
                .startsWith("-----BEGIN PUBLIC KEY-----")
                .isEqualTo(openssl("x509", "-in", file(issued, "fullchain.pem").toString(), "-noout", "-pubkey"));
    }

    @Test
    void a_name_too_long_for_a_subject_is_accepted_too() throws Exception {
        DomainName name = new DomainName("a".repeat(63) + "." + "b".repeat(63) + ".example.org");
        IssuedCertificate issued = authority.issue(List.of(name));
        assertThat(openssl(
                        "verify",
                        "-x509_strict",
                        "-verify_hostname",
                        name.value(),
                        "-CAfile",
                        authority.rootCertificate().toString(),
                        file(issued, "fullchain.pem").toString()))
                .endsWith(": OK\n");
    }

    @Test
    void the_root_survives_a_restart() throws Exception {
        IssuedCertificate before = authority.issue(List.of(SHOP));
        String root = Files.readString(authority.rootCertificate());

        InternalAuthority restarted = at(NOW.plus(Duration.ofDays(30)));
        IssuedCertificate after = restarted.issue(List.of(SHOP));

        assertThat(Files.readString(restarted.rootCertificate())).isEqualTo(root);
        assertThat(restarted.read(before.id())).contains(before);
        assertThat(openssl(
                        "x509",
                        "-in",
                        restarted.rootCertificate().toString(),
                        "-noout",
                        "-subject",
                        "-ext",
                        "basicConstraints,keyUsage"))
                .contains("CN = Tenant Manager internal CA", "CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign");
        assertThat(after.notAfter()).isEqualTo(NOW.plus(Duration.ofDays(120)));
    }

    @Test
    void a_start_that_was_cut_short_is_begun_again() throws Exception {
        Files.delete(authority.rootCertificate());
        InternalAuthority again = at(NOW);
        assertThat(again.issue(List.of(SHOP)).covers(List.of(SHOP), NOW)).isTrue();
    }

    @Test
    void a_root_without_its_key_is_refused_and_not_replaced() throws Exception {
        String root = Files.readString(authority.rootCertificate());
        Path other = Files.createTempDirectory(directory, "other");
        new InternalAuthority(new Home(other), Clock.systemUTC());
        Files.copy(other.resolve("keys/ca/root.pem"), authority.rootCertificate(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> at(NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be used");

        Files.writeString(authority.rootCertificate(), root);
        Files.delete(directory.resolve("keys/ca/key.pem"));
        assertThatThrownBy(() -> at(NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(authority.rootCertificate())).isEqualTo(root);
    }

    @Test
    void nothing_outlives_the_root() {
        InternalAuthority late = at(NOW.plus(Duration.ofDays(3_653 - 10)));
        assertThat(late.issue(List.of(SHOP)).notAfter()).isEqualTo(NOW.plus(Duration.ofDays(3_653)));
    }

    @Test
    void keys_are_for_their_owners() throws Exception {
        Path key = directory.resolve("keys/ca/key.pem");
        assertThat(mode(key)).isEqualTo("rw-------");
        assertThat(mode(key.getParent())).isEqualTo("rwx------");

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        at(NOW);
        assertThat(mode(key)).isEqualTo("rw-------");

        IssuedCertificate issued = authority.issue(List.of(SHOP));
        assertThat(mode(file(issued, "key.pem"))).isEqualTo("rw-r-----");
        assertThat(mode(file(issued, "fullchain.pem"))).isEqualTo("rw-r--r--");
        assertThat(mode(file(issued, ".").normalize())).startsWith("rwxr-x").endsWith("---");
    }

    /** NGINX's workers read keys on a server through the directory's group, set by the installer. */
    @Test
    void keys_belong_to_the_group_of_the_certificates_directory() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a directory away");
        Files.createDirectories(home.certificates());
        Files.setAttribute(home.certificates(), "unix:gid", 33);
        Files.setAttribute(home.certificates(), "unix:mode", 02750);

        IssuedCertificate issued = authority.issue(List.of(SHOP));

        assertThat(Files.getAttribute(file(issued, "key.pem"), "unix:gid")).isEqualTo(33);
        assertThat(Files.getAttribute(file(issued, ".").normalize(), "unix:gid"))
                .isEqualTo(33);
    }

    @Test
    void no_two_issuances_share_anything() throws Exception {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            IssuedCertificate issued = authority.issue(List.of(SHOP));
            assertThat(seen.add(issued.id())).isTrue();
            assertThat(seen.add(issued.serialHex())).isTrue();
            assertThat(seen.add(Files.readString(file(issued, "key.pem")))).isTrue();
        }
        try (Stream<Path> directories = Files.list(home.certificates())) {
            assertThat(directories).hasSize(50);
        }
    }

    @Test
    void what_is_half_written_or_mixed_up_is_not_there() throws Exception {
        IssuedCertificate one = authority.issue(List.of(SHOP));
        IssuedCertificate two = authority.issue(List.of(SHOP));

        String key = Files.readString(file(two, "key.pem"));
        Files.writeString(file(two, "key.pem"), key.substring(0, key.length() / 2));
        assertThat(authority.read(two.id())).isEmpty();
        Files.copy(file(one, "key.pem"), file(two, "key.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(authority.read(two.id())).isEmpty();
        Files.writeString(file(two, "key.pem"), key);
        assertThat(authority.read(two.id())).contains(two);
        Files.writeString(file(two, "fullchain.pem"), "");
        assertThat(authority.read(two.id())).isEmpty();
        Files.delete(file(two, "fullchain.pem"));
        assertThat(authority.read(two.id())).isEmpty();
    }

    @Test
    void only_ids_are_looked_up() throws Exception {
        IssuedCertificate issued = authority.issue(List.of(SHOP));
        Path unfinished = home.certificates().resolve("." + issued.id() + ".tmp");
        Files.move(home.certificates().resolve(issued.id()), unfinished);
        for (String id :
                List.of("", "..", "../keys/ca", unfinished.getFileName().toString(), issued.id())) {
            assertThat(authority.read(id)).as(id).isEmpty();
        }
    }

    @Test
    void browsers_of_java_trust_it_under_its_names_alone() throws Exception {
        try (TlsServer server = new TlsServer(home, authority.issue(List.of(SHOP, ALIAS)))) {
            assertThat(server.greet(SHOP.value(), authority.rootCertificate())).isEqualTo("hello");
            assertThat(server.greet(ALIAS.value(), authority.rootCertificate())).isEqualTo("hello");
            assertThatThrownBy(() -> server.greet("other.example.org", authority.rootCertificate()))
                    .isInstanceOf(SSLHandshakeException.class);

            Path stranger =
                    new InternalAuthority(new Home(directory.resolve("stranger")), Clock.systemUTC()).rootCertificate();
            assertThatThrownBy(() -> server.greet(SHOP.value(), stranger)).isInstanceOf(SSLHandshakeException.class);
        }
    }

    private InternalAuthority at(Instant now) {
        return new InternalAuthority(home, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path file(IssuedCertificate issued, String name) {
        return home.certificates().resolve(issued.id()).resolve(name);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .permissions());
    }

    private static String openssl(String... words) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("openssl"), Stream.of(words)).toList())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
