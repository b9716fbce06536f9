package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Prepares for the application under test what {@link Main} prepares for the product, with the same classes: a home
 * with keys, a fresh database in a real PostgreSQL, and ports for a separate NGINX. Its core application cannot be
 * built.
 */
public final class ProductTestResource implements QuarkusTestResourceLifecycleManager {
    static final String ADMIN_PASSWORD = "a password for the tests";
    private static final String MANIFEST = """
            apiVersion: tenantmgr/v1
            name: unfinished
            build: [["sh", "-c", "echo this cannot be built; exit 3"]]
            services:
              backend: { command: ["./run"], health: /health, memory: 64M }
            routes: { "/": backend }
            env: { required: [ADMIN_EMAIL, GREETING], generated: [TOKEN] }
            """;

    private Home home;
    private int nextPort = 5_000 + (int) (ProcessHandle.current().pid() % 90) * 10;

    @Override
    public Map<String, String> start() {
        home = new Home(temporary());
        Path source = home.root().resolve("source");
        SafeFiles.directory(source, "rwxr-xr-x");
        SafeFiles.write(source.resolve("tenant-app.yaml"), MANIFEST, "rw-r--r--");
        Map<String, String> properties = new HashMap<>(new Installation(home).prepare(ADMIN_PASSWORD));
        properties.putAll(DatabaseUrls.of(DatabaseUrls.url(TestPostgres.fresh()), null));
        properties.put("tenantmgr.core-source", source.toString());
        properties.put("tenantmgr.backup-by-default", "false");
        properties.put("tenantmgr.auth.bcrypt-cost", "5");
        properties.put("tenantmgr.streams.per-user", "10");
        properties.put("tenantmgr.streams.unread-for", "2S");
        properties.put("tenantmgr.cors-origins", "https://friend.example,https://other.example");
        String api = freePort();
        properties.put("tenantmgr.api-port", api);
        properties.put("quarkus.http.test-port", api);
        properties.put("tenantmgr.web-port", freePort());
        properties.put("tenantmgr.http-port", freePort());
        properties.put("tenantmgr.https-port", freePort());
        properties.put("tenantmgr.dns.resolver", "127.0.0.1:" + freePort());
        properties.put(
                "tenantmgr.acme.trust", home.root().resolve("acme-trust.pem").toString());
        properties.put("tenantmgr.port-range", "16000-19999");
        properties.put("tenantmgr.private-addresses-allowed", "127.0.0.9"); // receivers of alerts, and nothing else
        return properties;
    }

    /** Stops NGINX, which would outlive the application. PostgreSQL keeps running for later tests. */
    @Override
    public void stop() {
        try {
            Path pidFile = home.nginx().resolve("nginx.pid");
            if (Files.exists(pidFile)) {
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                        .filter(ProcessHandle::destroy)
                        .ifPresent(nginx -> nginx.onExit().join());
            }
            SafeFiles.deleteTree(home.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tm-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String freePort() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = nextPort++;
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return Integer.toString(socket.getLocalPort());
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port for the tests");
    }
}
