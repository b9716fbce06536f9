package ai.nominate.tenantmgr.nginx;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Trusted certificates of a probe: the public ones, and the authority of this home if it exists. Reading them takes longer than a
 * request, so they are kept until the authority's file changes.
 */
final class ProbeTrust {
    private final Path authority;
    private volatile Known known = new Known(null, null);

    /** @param authority PEM; may be missing */
    ProbeTrust(Path authority) {
        this.authority = authority;
    }

    private record Known(FileTime changed, TrustOptions options) {}

    /** @throws IOException if the file exists but is not PEM */
    TrustOptions options() throws IOException {
        FileTime changed = Files.exists(authority) ? Files.getLastModifiedTime(authority) : null;
        Known present = known;
        if (present.options() == null || !Objects.equals(present.changed(), changed)) {
            present = new Known(changed, read());
            known = present;
        }
        return present.options();
    }

    private TrustOptions read() throws IOException {
        try {
            List<Certificate> trusted = new ArrayList<>();
            for (var manager : factory(null).getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    trusted.addAll(List.<X509Certificate>of(x509.getAcceptedIssuers()));
                }
            }
            if (Files.exists(authority)) {
                try (InputStream pem = Files.newInputStream(authority)) {
                    trusted.addAll(CertificateFactory.getInstance("X.509").generateCertificates(pem));
                }
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : trusted) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            return TrustOptions.wrap(factory(store).getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException("could not load " + authority, e);
        }
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
