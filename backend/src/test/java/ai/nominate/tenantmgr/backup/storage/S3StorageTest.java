package ai.nominate.tenantmgr.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.BundleWriter;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of an S3 server, in which order, and what counts. */
class S3StorageTest {
    private static final BackupKeys KEYS = BackupKeys.parse(BackupKeys.generate(Instant.EPOCH));

    @TempDir
    Path temporary;

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final List<String> stored = new java.util.concurrent.CopyOnWriteArrayList<>();
    private boolean damages;
    private HttpServer server;
    private S3Bucket bucket;

    @BeforeEach
    void a_server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        bucket = new S3Bucket(endpoint, "us-east-1", "backups", "key", new Secret("secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_bundle_is_stored_with_its_signature_last_read_back_and_removed_signature_first() throws IOException {
        S3Storage storage = new S3Storage(bucket);
        UUID id = UUID.randomUUID();
        Path directory = temporary.resolve("bundle");
        BundleManifest manifest = write(directory, id);

        storage.keep(directory, manifest, "t/" + id, Permit.ALWAYS);

        assertThat(directory).doesNotExist();
        assertThat(stored.getLast()).endsWith("/manifest.sig");
        assertThat(BundleReader.of(KEYS).read(storage.open("t/" + id, id)).slug())
                .isEqualTo("acme");
        storage.remove("t/" + id, Permit.ALWAYS);
        storage.remove("t/" + id, Permit.ALWAYS);
        assertThat(objects).isEmpty();
    }

    @Test
    void what_comes_back_otherwise_than_it_was_stored_does_not_count() throws IOException {
        UUID id = UUID.randomUUID();
        Path directory = temporary.resolve("bundle");
        BundleManifest manifest = write(directory, id);
        damages = true;

        assertThatThrownBy(() -> new S3Storage(bucket).keep(directory, manifest, "t/" + id, Permit.ALWAYS))
                .isInstanceOf(ProblemException.class);
        assertThat(directory).as("still there for another attempt").isDirectory();
    }

    @Test
    void a_large_file_is_stored_in_pieces() throws IOException {
        Path file = Files.write(temporary.resolve("large"), "0123456789".getBytes(StandardCharsets.UTF_8));

        new S3Upload(new S3Client(bucket), 4).store(file, "large", Permit.ALWAYS);

        assertThat(new String(objects.get("/backups/large"), StandardCharsets.UTF_8))
                .isEqualTo("0123456789");
    }

    private static BundleManifest write(Path directory, UUID id) throws IOException {
        Files.createDirectory(directory);
        BundleWriter writer = new BundleWriter(directory, KEYS);
        writer.add(BundleManifest.DATABASE, out -> out.write(new byte[] {1, 2, 3}));
        return writer.seal(new BundleManifest(
                1,
                id,
                UUID.randomUUID(),
                "acme",
                Instant.EPOCH,
                "manual",
                "15",
                "15",
                null,
                List.of(),
                Map.of(),
                0,
                1,
                null,
                List.of(),
                null));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        byte[] body = exchange.getRequestBody().readAllBytes();
        assertThat(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"))
                .isEqualTo(S3Signature.sha256(body));
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, path, query, body);
            case "POST" -> post(exchange, path, query);
            case "DELETE" -> {
                objects.remove(path);
                say(exchange, 204, new byte[0]);
            }
            default -> say(exchange, objects.containsKey(path) ? 200 : 404, objects.getOrDefault(path, new byte[0]));
        }
    }

    private void put(HttpExchange exchange, String path, String query, byte[] body) throws IOException {
        if (damages && body.length > 0 && path.endsWith(".age")) {
            body[body.length / 2] ^= 1;
        }
        objects.put(query.startsWith("partNumber=") ? path + "?" + query : path, body);
        stored.add(path);
        exchange.getResponseHeaders().set("ETag", "\"tag\"");
        say(exchange, 200, new byte[0]);
    }

    private void post(HttpExchange exchange, String path, String query) throws IOException {
        if (query.startsWith("uploads")) {
            say(exchange, 200, "<UploadId>u1</UploadId>".getBytes(StandardCharsets.UTF_8));
            return;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> piece : new TreeMap<>(objects).entrySet()) {
            if (piece.getKey().startsWith(path + "?partNumber=")) {
                whole.write(piece.getValue());
            }
        }
        objects.put(path, whole.toByteArray());
        say(exchange, 200, new byte[0]);
    }

    private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        if (isHead) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
        }
        exchange.sendResponseHeaders(status, isHead || body.length == 0 ? -1 : body.length);
        if (!isHead && body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
