package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A new certificate for this machine's local names, which signs itself. */
public final class LocalCertificate {
    private static final String PASSWORD = "changeit";
    private final Path directory;

    /** @param directory for its files; must exist */
    public LocalCertificate(Path directory) {
        this.directory = directory;
        makeCertificate();
    }

    /** The certificate in PEM form. */
    public Path file() {
        return directory.resolve("certificate.pem");
    }

    public SSLContext tls() {
        try {
            return context();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeCertificate() {
        String keytool = System.getProperty("java.home") + "/bin/keytool";
        Source.execute(
                directory,
                keytool,
                "-genkeypair",
                "-alias",
                "git",
                "-keyalg",
                "EC",
                "-dname",
                "CN=git server",
                "-ext",
                "san=dns:localhost,dns:pinned.invalid,ip:127.0.0.1",
                "-ext",
                "bc:critical=ca:true",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD);
        Source.execute(
                directory,
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                "git",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD,
                "-file",
                file().toString());
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(directory.resolve("keys.p12"))) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
