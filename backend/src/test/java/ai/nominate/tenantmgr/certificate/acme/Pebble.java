package ai.nominate.tenantmgr.certificate.acme;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A real ACME server for tests, which refuses 15 % of all good nonces, and the name server that it asks: Debian's pebble. Every name
 * leads to 127.0.0.1 until a test says otherwise.
 */
public final class Pebble implements AutoCloseable {
    private static final String SERVER = "/usr/bin/pebble";
    private static final String NAMES = "/usr/bin/pebble-challtestsrv";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final int port;
    private final int dns;
    private final int management = freePort();
    private final int visitors;
    private final List<Process> processes = new ArrayList<>();

    /**
     * @param visitors the port at which challenges are answered
     * @param dns the port of the name server
     * @param trust where the certificate of the server's API is written
     */
    public Pebble(Path directory, int visitors, int dns, Path trust) {
        Assumptions.assumeTrue(mayRun(), "SKIPPED: these tests need pebble: apt-get install pebble");
        this.directory = directory;
        this.visitors = visitors;
        this.dns = dns;
        this.port = freePort();
        try {
            Path key = directory.resolve("pebble-key.pem");
            run(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:prime256v1",
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    "/CN=pebble",
                    "-addext",
                    "subjectAltName=IP:127.0.0.1",
                    "-keyout",
                    key.toString(),
                    "-out",
                    trust.toString());
            Files.writeString(directory.resolve("pebble.json"), """
                    {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
                        "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": 1, "ocspResponderURL": "",
                        "externalAccountBindingRequired": false}}""".formatted(port, freePort(), trust, key, visitors));
            start(
                    Map.of(),
                    NAMES,
                    "-dns01",
                    "127.0.0.1:" + dns,
                    "-management",
                    "127.0.0.1:" + management,
                    "-http01",
                    "",
                    "-https01",
                    "",
                    "-tlsalpn01",
                    "",
                    "-defaultIPv4",
                    "127.0.0.1",
                    "-defaultIPv6",
                    "");
            startServer();
            listening(management);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayRun() {
        boolean installed = Files.isExecutable(Path.of(SERVER)) && Files.isExecutable(Path.of(NAMES));
        if (!installed && "true".equals(System.getenv("CI"))) {
            fail("these tests need pebble: apt-get install pebble");
        }
        return installed;
    }

    /** Forgets its accounts, orders and certificates: it keeps all in memory. */
    public void startServer() {
        start(
                Map.of("PEBBLE_VA_NOSLEEP", "1", "PEBBLE_WFE_NONCEREJECT", "15", "PEBBLE_AUTHZREUSE", "0"),
                SERVER,
                "-config",
                directory.resolve("pebble.json").toString(),
                "-dnsserver",
                "127.0.0.1:" + dns);
        listening(port);
    }

    public void stopServer() {
        end(processes.removeLast());
    }

    public URI directory() {
        return URI.create("https://127.0.0.1:" + port + "/dir");
    }

    /** Lets a name lead elsewhere; without addresses it leads nowhere. */
    public void point(String name, String... addresses) {
        ask(
                addresses.length == 0 ? "/set-servfail" : "/add-a",
                addresses.length == 0
                        ? "{\"host\": \"" + name + ".\"}"
                        : "{\"host\": \"" + name + ".\", \"addresses\": [\"" + String.join("\", \"", addresses)
                                + "\"]}");
    }

    /** Lets a name lead to 127.0.0.1 again. */
    public void pointHere(String name) {
        ask("/clear-a", "{\"host\": \"" + name + ".\"}");
        ask("/clear-servfail", "{\"host\": \"" + name + ".\"}");
    }

    private void ask(String path, String body) {
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + management + path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void start(Map<String, String> environment, String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("pebble.log").toFile()));
            builder.environment().putAll(environment);
            processes.add(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void listening(int port) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new UncheckedIOException("nothing listens on port " + port, notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A port that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        processes.forEach(Pebble::end);
    }
}
