package ai.nominate.tenantmgr.certificate.acme;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Makes the HTTP client towards the server. An authority of one's own replaces the public ones: both are never needed. */
final class AcmeTrust extends GenericAcmeProvider {
    private final Optional<Path> trusted;

    /** @param trusted PEM certificates; empty for the public authorities */
    AcmeTrust(Optional<Path> trusted) {
        this.trusted = trusted;
    }

    /** @throws IllegalStateException if the file cannot be read */
    @Override
    public HttpClient createHttpClient(NetworkSettings network) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(network.getTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(network.getProxySelector());
        trusted.ifPresent(file -> client.sslContext(context(file)));
        return client.build();
    }

    private static SSLContext context(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("TENANTMGR_ACME_TRUST names " + file + ", which could not be read", e);
        }
    }
}
