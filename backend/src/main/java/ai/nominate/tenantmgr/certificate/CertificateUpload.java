package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A certificate that its owner brings, checked before anything is done with it.
 *
 * @param chain the leaf certificate first
 */
public record CertificateUpload(List<X509Certificate> chain, PrivateKey key) {
    private static final int LONGEST = 100_000;
    private static final int MOST = 10;
    private static final Set<String> ALGORITHMS = Set.of("EC", "RSA");
    private static final int SMALLEST_RSA = 2048;

    public CertificateUpload {
        chain = List.copyOf(chain);
    }

    /**
     * @param chain certificates in PEM format, the tenant's own first, then those between it and the root
     * @param key in PEM format
     * @param names that it must be valid for
     * @throws ai.nominate.tenantmgr.kernel.ProblemException naming the field and the reason
     */
    public static CertificateUpload of(String chain, String key, Collection<DomainName> names, Instant now) {
        Fields fields = new Fields();
        List<X509Certificate> certificates = fields.required("chain", chain, text -> chain(text, names, now));
        PrivateKey secret = fields.required("key", key, CertificateUpload::key);
        if (certificates != null && secret != null && !fits(secret, certificates.getFirst())) {
            fields.add("key", "does not belong to the first certificate of the chain");
        }
        fields.throwIfInvalid();
        return new CertificateUpload(certificates, secret);
    }

    private static List<X509Certificate> chain(String text, Collection<DomainName> names, Instant now) {
        List<X509Certificate> chain;
        try {
            chain = Pem.chain(bounded(text));
        } catch (GeneralSecurityException e) {
            throw new InvalidValue("must be certificates in PEM format, the site's own first");
        }
        if (chain.size() > MOST) {
            throw new InvalidValue("must have at most " + MOST + " certificates");
        }
        X509Certificate leaf = chain.getFirst();
        if (leaf.getBasicConstraints() >= 0) {
            throw new InvalidValue("begins with the certificate of an authority; the site's own must come first");
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!isSignedBy(chain.get(i - 1), chain.get(i))) {
                throw new InvalidValue(
                        "is not in order: certificate " + i + " was not signed by certificate " + (i + 1));
            }
        }
        if (!now.isBefore(leaf.getNotAfter().toInstant())) {
            throw new InvalidValue("expired at " + leaf.getNotAfter().toInstant());
        }
        if (now.isBefore(leaf.getNotBefore().toInstant())) {
            throw new InvalidValue("is not valid before " + leaf.getNotBefore().toInstant());
        }
        requireNames(leaf, names);
        return chain;
    }

    private static void requireNames(X509Certificate leaf, Collection<DomainName> names) {
        List<String> missing;
        try {
            IssuedCertificate issued = CertificateFiles.issued("", leaf);
            missing = names.stream()
                    .filter(name -> !issued.isFor(name))
                    .map(DomainName::value)
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new InvalidValue("has alternative names that cannot be read");
        }
        if (!missing.isEmpty()) {
            throw new InvalidValue("is not valid for " + String.join(", ", new TreeSet<>(missing)));
        }
    }

    private static PrivateKey key(String text) {
        PrivateKey key;
        try {
            key = Pem.anyKey(bounded(text));
        } catch (GeneralSecurityException e) {
            throw new InvalidValue("must be one private key in PEM format, without a passphrase");
        }
        if (!ALGORITHMS.contains(key.getAlgorithm())) {
            throw new InvalidValue("must be for " + ALGORITHMS.stream().sorted().collect(Collectors.joining(" or ")));
        }
        if (key instanceof java.security.interfaces.RSAKey rsa
                && rsa.getModulus().bitLength() < SMALLEST_RSA) {
            throw new InvalidValue("must have at least " + SMALLEST_RSA + " bits");
        }
        return key;
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidValue("must have at most " + LONGEST + " characters");
        }
        return text;
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate leaf) {
        try {
            return Pem.matches(key, leaf);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    public String serial() {
        return chain.getFirst().getSerialNumber().toString(16);
    }

    public Instant notAfter() {
        return chain.getFirst().getNotAfter().toInstant();
    }

    String chainPem() {
        try {
            return Pem.of(new ArrayList<>(chain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String keyPem() {
        return Pem.of(key);
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "CertificateUpload[" + serial() + "]";
    }
}
