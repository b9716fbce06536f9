package ai.nominate.tenantmgr.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Executors;

/** A git server: a bare repository served as static files over TLS, which is enough for git fetch. */
public final class GitServer implements AutoCloseable {
    /** The product may reach the server by this name only. */
    public static final String ALLOWED = "localhost";

    static final String USER = "robot";
    static final String TOKEN = "token-of-the-robot";

    private static final String PRIVATE = "/private/";
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((USER + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));

    private final Path directory;
    private final Path work;
    private final LocalCertificate certificate;
    private final HttpsServer server;

    public GitServer(Path directory) {
        this.directory = directory;
        this.work = directory.resolve("work");
        try {
            Files.createDirectories(work);
            certificate = new LocalCertificate(directory);
            git("init", "--quiet", "--initial-branch=main");
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path certificate() {
        return certificate.file();
    }

    /** The repository's URL with one of this machine's names. */
    public String url(String host) {
        return "https://" + host + ":" + server.getAddress().getPort() + "/campaign.git";
    }

    /** The same repository at an address that needs a user and a token. */
    String privateUrl(String host) {
        return url(host).replace("/campaign.git", PRIVATE + "campaign.git");
    }

    /** The directory with the repository, for servers of other kinds. */
    Path directory() {
        return directory;
    }

    /** Commits the content of a source to a branch and publishes it. Returns the commit. */
    String commit(Source source, String branch) {
        return commit(source.directory(), branch);
    }

    /** Commits the content of a directory to a branch and publishes it. Returns the commit. */
    public String commit(Path source, String branch) {
        git("checkout", "--quiet", "-B", branch);
        git("rm", "-r", "--quiet", "--ignore-unmatch", ".");
        Source.execute(directory, "cp", "-R", source + "/.", work.toString());
        git("add", "--all", "--force");
        git("commit", "--quiet", "--message", "A release");
        Path bare = directory.resolve("campaign.git");
        Source.delete(bare);
        git("clone", "--quiet", "--bare", ".", bare.toString());
        git("--git-dir=" + bare, "update-server-info");
        try {
            return Files.readString(work.resolve(".git/refs/heads/" + branch)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void git(String... words) {
        String[] command = new String[words.length + 5];
        System.arraycopy(
                new String[] {"git", "-c", "user.name=Tester", "-c", "user.email=tester@example.org"},
                0,
                command,
                0,
                5);
        System.arraycopy(words, 0, command, 5, words.length);
        Source.execute(work, command);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(PRIVATE)
                    && !AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            Path file = directory
                    .resolve(path.substring(path.startsWith(PRIVATE) ? PRIVATE.length() : 1))
                    .normalize();
            if (!file.startsWith(directory.resolve("campaign.git")) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, Files.size(file) == 0 ? -1 : Files.size(file));
            Files.copy(file, exchange.getResponseBody());
        }
    }
}
