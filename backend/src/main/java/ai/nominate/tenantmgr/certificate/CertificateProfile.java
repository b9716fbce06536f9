package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate profile of the internal authority (RFC 5280). Keys are on P-256, serials are 128 random bits. */
final class CertificateProfile {
    private static final X500Principal AUTHORITY = new X500Principal("CN=" + InternalAuthority.NAME);
    private static final X500Principal EMPTY_SUBJECT = new X500Principal("");
    private static final int LONGEST_COMMON_NAME = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CertificateProfile() {}

    static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    /** Self-signed; may sign server certificates but no further authorities. */
    static X509Certificate root(KeyPair keys, Instant from, Instant until) throws GeneralSecurityException {
        X509v3CertificateBuilder root = new JcaX509v3CertificateBuilder(
                AUTHORITY, serial(), Date.from(from), Date.from(until), AUTHORITY, keys.getPublic());
        try {
            root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            root.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            root.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return sign(root, keys.getPrivate());
    }

    /**
     * A server certificate for these names. A first name too long for a common name is only in the alternative names.
     */
    static X509Certificate leaf(AuthorityRoot root, PublicKey key, List<DomainName> names, Instant from, Instant until)
            throws GeneralSecurityException {
        String first = names.getFirst().value();
        boolean fits = first.length() <= LONGEST_COMMON_NAME;
        X509v3CertificateBuilder leaf = new JcaX509v3CertificateBuilder(
                root.certificate().getSubjectX500Principal(),
                serial(),
                Date.from(from),
                Date.from(until),
                fits ? new X500Principal("CN=" + first) : EMPTY_SUBJECT,
                key);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            leaf.addExtension(Extension.subjectAlternativeName, !fits, alternatives(names));
            leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            leaf.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            leaf.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            leaf.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
            leaf.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(root.certificate().getPublicKey()));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return sign(leaf, root.key());
    }

    private static GeneralNames alternatives(List<DomainName> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name.value()))
                .toArray(GeneralName[]::new));
    }

    private static BigInteger serial() {
        return new BigInteger(128, RANDOM);
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
