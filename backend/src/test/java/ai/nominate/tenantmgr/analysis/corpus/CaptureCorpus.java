package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.browser.OpenBrowser;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Captures all authored pages anew and writes their evidence: {@code main}, started by {@code make theme-report}. */
public final class CaptureCorpus {
    private CaptureCorpus() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer proxy = proxy(pages());
        Path work = Files.createTempDirectory("corpus");
        Files.createDirectories(Evidence.DIRECTORY);
        try (OpenBrowser browser = OpenBrowser.start(work, proxy.getAddress().getPort())) {
            for (Corpus.Authored authored : Corpus.sites()) {
                String name = authored.site().name();
                if (arguments.length == 0 || !Files.exists(Evidence.file(name))) {
                    captured(browser, name, work.resolve(name)).ifPresent(json -> write(Evidence.file(name), json));
                }
            }
            System.out.println("captured as written");
            var hashed = arguments.length == 0 ? new TreeMap<String, byte[]>() : HashedEvidence.read();
            for (Corpus.Authored authored : Corpus.sites()) {
                String name = authored.site().name();
                if (!hashed.containsKey(name)) {
                    captured(browser, name + ".mangled", work.resolve(name + ".mangled"))
                            .ifPresent(json -> hashed.put(name, json));
                    HashedEvidence.write(hashed);
                }
            }
            System.out.println("captured without names");
        } finally {
            proxy.stop(0);
        }
        System.exit(0); // the browser's driver would keep the program alive
    }

    private static Optional<byte[]> captured(OpenBrowser browser, String host, Path pictures) throws IOException {
        try {
            var page = browser.capture("http://" + host + ".example/", Files.createDirectories(pictures));
            return Optional.of(SnapshotJson.write(Evidence.compact(page)));
        } catch (RuntimeException e) {
            System.out.println(host + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void write(Path file, byte[] json) {
        try {
            Files.write(file, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pages by their hosts. */
    static Map<String, String> pages() {
        Map<String, String> pages = new HashMap<>();
        for (Corpus.Authored authored : Corpus.sites()) {
            pages.put(authored.site().name() + ".example", authored.template().html(false));
            pages.put(
                    authored.site().name() + ".mangled.example",
                    authored.template().html(true));
        }
        return pages;
    }

    /** Answers for every host of the corpus, as the proxy of the browser. */
    static HttpServer proxy(Map<String, String> pages) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String host = exchange.getRequestHeaders().getFirst("Host");
                boolean isPage = exchange.getRequestURI().getPath().equals("/");
                byte[] body = (isPage ? pages.getOrDefault(host, "") : "").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }
}
