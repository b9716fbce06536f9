package campaign;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A service of a built release, started as a manager would: by its command, with exactly its environment. */
record Service(Process process, int port, Path log) implements AutoCloseable {
    static final String TOKEN = "operator-token";
    static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    static Service start(Path release, String... command) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> argv = new ArrayList<>(List.of("./run"));
        argv.addAll(List.of(command));
        Path log = Files.createTempFile("campaign", ".log");
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(release.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        path,
                        "HOST",
                        "127.0.0.1",
                        "PORT",
                        Integer.toString(port),
                        "DATABASE_URL",
                        System.getenv("DATABASE_URL"),
                        "TENANT_SLUG",
                        "green-valley",
                        "TENANT_DOMAIN",
                        "green-valley.localhost",
                        "RELEASE_ID",
                        "r-" + release.getFileName(),
                        "SESSION_SECRET",
                        "session-secret",
                        "REMOTE_API_TOKEN",
                        TOKEN,
                        "ADMIN_EMAIL",
                        "office@example.org"));
        builder.environment()
                .put("STATE_DIRECTORY", release.resolveSibling("state").toString());
        return new Service(builder.start(), port, log);
    }

    static Service healthy(Path release, String service) throws Exception {
        Service started = start(release, service);
        try {
            Check.eventually(Duration.ofSeconds(20), started::answers);
            return started;
        } catch (Throwable e) {
            started.close();
            throw new IllegalStateException(started.output(), e);
        }
    }

    static int run(Path release, String... command) throws Exception {
        return start(release, command).exitCode(Duration.ofSeconds(60));
    }

    boolean answers() throws Exception {
        try {
            return get("/api/health").statusCode() == 200 || get("/").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> admin(String method, String path) throws Exception {
        return CLIENT.send(
                request(path)
                        .header("Authorization", "Bearer " + TOKEN)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> post(String type, String body) throws Exception {
        return CLIENT.send(
                request("/api/persons")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> sign(String name, String email) throws Exception {
        return post("application/json", Json.write(Map.of("name", name, "email", email, "consent", true)));
    }

    CompletableFuture<HttpResponse<String>> begin(String path) {
        return CLIENT.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    int exitCode(Duration limit) throws Exception {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + limit + ": " + output());
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        exitCode(Duration.ofSeconds(15));
        Files.delete(log);
    }
}
