package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.DomainName;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The manager's own certificate authority, for laptops, tests and domains whose DNS does not point here yet. Not
 * trusted by browsers, and must not be added to their trust stores: its root is for probes only.
 */
public final class InternalAuthority {
    /** The issuer of its certificates. */
    static final String NAME = "Tenant Manager internal CA";

    static final Duration LIFETIME = Duration.ofDays(90);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private final CertificateFiles files;
    private final Clock clock;
    private final AuthorityRoot root;

    /**
     * Creates the root key and certificate if there are none; never replaces an existing key.
     *
     * @throws IllegalStateException if the existing files are not a root with its key
     */
    public InternalAuthority(Home home, Clock clock) {
        this.files = new CertificateFiles(home);
        this.clock = clock;
        this.root = AuthorityRoot.loadOrCreate(home.keys().resolve("ca"), clock.instant());
    }

    /**
     * @param names at least one; the first is the subject
     * @return a new certificate with its own key, valid for 90 days, stored
     */
    public IssuedCertificate issue(List<DomainName> names) {
        Instant now = clock.instant();
        try {
            KeyPair keys = CertificateProfile.newKeys();
            Instant end = now.plus(LIFETIME);
            Instant last = root.certificate().getNotAfter().toInstant();
            X509Certificate leaf = CertificateProfile.leaf(
                    root, keys.getPublic(), names, now.minus(CLOCK_SKEW), end.isBefore(last) ? end : last);
            return files.save(keys.getPrivate(), List.of(leaf, root.certificate()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the internal authority could not issue a certificate", e);
        }
    }

    /** @see CertificateFiles#read(String) */
    public Optional<IssuedCertificate> read(String id) {
        return files.read(id);
    }

    /** The PEM file of the root certificate, for clients that verify certificates of this authority. */
    public Path rootCertificate() {
        return root.file();
    }
}
