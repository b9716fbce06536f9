package ai.nominate.tenantmgr.certificate.acme;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * The key of the account, made once, and the keys of the orders under way: a server certifies a key that is on the disk already,
 * so that a crash loses no certificate. All on P-256, for the owner only.
 */
final class AcmeKeys {
    private static final String OWNER_ONLY = "rw-------";
    private final Path directory;

    AcmeKeys(Home home) {
        this.directory = home.keys().resolve("acme");
    }

    KeyPair account(Permit permit) {
        return once(directory.resolve("account.pem"), permit);
    }

    KeyPair of(UUID order, Permit permit) {
        return once(file(order), permit);
    }

    void forget(UUID order) {
        SafeFiles.deleteTree(file(order));
    }

    private Path file(UUID order) {
        return directory.resolve("order-" + order + ".pem");
    }

    private KeyPair once(Path file, Permit permit) {
        try {
            if (!Files.exists(file)) {
                SafeFiles.directory(directory, "rwx------");
                SafeFiles.write(file, pem(fresh()), OWNER_ONLY, permit);
            }
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " could not be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be made", e);
        }
    }

    private static KeyPair fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), new SecureRandom());
        return generator.generateKeyPair();
    }

    /** Both halves: the public one cannot be computed from what Java writes of the private one. */
    private static String pem(KeyPair pair) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", pair.getPrivate().getEncoded()));
            writer.writeObject(new PemObject("PUBLIC KEY", pair.getPublic().getEncoded()));
        }
        return text.toString();
    }

    private static KeyPair read(String pem) throws IOException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof PrivateKeyInfo secret
                    && parser.readObject() instanceof SubjectPublicKeyInfo open) {
                return new KeyPair(converter.getPublicKey(open), converter.getPrivateKey(secret));
            }
        }
        throw new IOException("it does not hold a private and a public key");
    }
}
