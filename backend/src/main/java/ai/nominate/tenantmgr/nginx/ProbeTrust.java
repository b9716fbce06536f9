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
import java.security.cert.CertificateException;
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

    private record Known(FileTime changed, X509TrustManager manager) {}

    /** @throws IOException if the file exists but is not PEM */
    TrustOptions options() throws IOException {
        return TrustOptions.wrap(manager());
    }

    private X509TrustManager manager() throws IOException {
        FileTime changed = Files.exists(authority) ? Files.getLastModifiedTime(authority) : null;
        Known present = known;
        if (present.manager() == null || !Objects.equals(present.changed(), changed)) {
            present = new Known(changed, read());
            known = present;
        }
        return present.manager();
    }

    /**
     * Same, and what leads to the certificates of a chain is trusted too: that of a site may be of an authority that only its visitors
     * know.
     *
     * @param chain PEM; may be missing
     */
    TrustOptions options(Path chain) throws IOException {
        if (!Files.exists(chain)) {
            return options();
        }
        try (InputStream pem = Files.newInputStream(chain)) {
            X509TrustManager second = (X509TrustManager) factory(store(
                            List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem))))
                    .getTrustManagers()[0];
            return TrustOptions.wrap(new EitherTrust(manager(), second));
        } catch (GeneralSecurityException e) {
            throw new IOException("could not load " + chain, e);
        }
    }

    private X509TrustManager read() throws IOException {
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
            return (X509TrustManager) factory(store(trusted)).getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IOException("could not load " + authority, e);
        }
    }

    private static KeyStore store(List<? extends Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : trusted) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        return store;
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    /** Trusts what one of two trusts. */
    private record EitherTrust(X509TrustManager first, X509TrustManager second) implements X509TrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String method) throws CertificateException {
            try {
                first.checkServerTrusted(chain, method);
            } catch (CertificateException e) {
                second.checkServerTrusted(chain, method);
            }
        }

        /** Probes are clients. */
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String method) throws CertificateException {
            throw new CertificateException("clients are not asked for certificates");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return first.getAcceptedIssuers();
        }
    }
}
