package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.Home;


import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server with an issued certificate, on a loopback port chosen by the kernel, and a client that verifies host names.
 */
final class TlsServer implements AutoCloseable {
    private static final char[] NONE = {};
    private final SSLServerSocket socket;

    TlsServer(Home home, IssuedCertificate issued) throws GeneralSecurityException, IOException {
        Path directory = home.certificates().resolve(issued.id());
        KeyStore store = empty();
        store.setKeyEntry(
                "tenant",
                Pem.key(Files.readString(directory.resolve("key.pem"))),
                NONE,
                Pem.chain(Files.readString(directory.resolve("fullchain.pem"))).toArray(Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, NONE);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // an untrusting client closes the connection, as the test expects
            }
        }
    }

    /** The answer to a client that requests the host and trusts this root only. */
    String greet(String host, Path root) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("root", Pem.chain(Files.readString(root)).getFirst());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        Socket plain = new Socket(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        try (SSLSocket client =
                (SSLSocket) context.getSocketFactory().createSocket(plain, host, socket.getLocalPort(), true)) {
            SSLParameters parameters = client.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(parameters);
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NONE);
        return store;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
