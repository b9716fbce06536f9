package ai.nominate.tenantmgr.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates in the PEM format of NGINX and OpenSSL. Keys are PKCS #8. */
final class Pem {
    private Pem() {}

    static String of(PrivateKey key) {
        return text(List.of(new PemObject("PRIVATE KEY", key.getEncoded())));
    }

    static String of(List<X509Certificate> chain) throws GeneralSecurityException {
        List<PemObject> objects = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            objects.add(new PemObject("CERTIFICATE", certificate.getEncoded()));
        }
        return text(objects);
    }

    private static String text(List<PemObject> objects) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (PemObject object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** @throws GeneralSecurityException if the text is not a PKCS #8 key */
    static PrivateKey key(String pem) throws GeneralSecurityException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object == null || !object.getType().equals("PRIVATE KEY")) {
                throw new GeneralSecurityException("no private key");
            }
            return new JcaPEMKeyConverter().getPrivateKey(PrivateKeyInfo.getInstance(object.getContent()));
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("no private key", e);
        }
    }

    /**
     * Reads the formats that OpenSSL writes: PKCS #8, and those of RSA and EC keys alone.
     *
     * @throws GeneralSecurityException if the text is not one key, or it is encrypted
     */
    static PrivateKey anyKey(String pem) throws GeneralSecurityException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object object = parser.readObject();
            while (object instanceof ASN1ObjectIdentifier) { // the parameters that OpenSSL writes before an EC key
                object = parser.readObject();
            }
            PrivateKeyInfo info = switch (object) {
                case PEMKeyPair pair -> pair.getPrivateKeyInfo();
                case PrivateKeyInfo key -> key;
                case null, default -> throw new GeneralSecurityException("no private key");
            };
            return new JcaPEMKeyConverter().getPrivateKey(info);
        } catch (IOException | IllegalArgumentException e) {
            throw new GeneralSecurityException("no private key", e);
        }
    }

    /** @throws GeneralSecurityException if the text is not one or more certificates */
    static List<X509Certificate> chain(String pem) throws GeneralSecurityException {
        List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
        if (chain.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        return chain;
    }

    /** Whether the certificate verifies the key's signatures. */
    static boolean matches(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = "SHA256with" + (key.getAlgorithm().equals("EC") ? "ECDSA" : key.getAlgorithm());
        byte[] message = certificate.getEncoded();
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(message);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(message);
        return signature.verify(signed);
    }
}
