package ai.nominate.tenantmgr.analysis.corpus;

import ai.nominate.tenantmgr.analysis.browser.OpenBrowser;
import ai.nominate.tenantmgr.analysis.evidence.SnapshotJson;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Captures all authored pages anew and writes their evidence: {@code main}, started by {@code make theme-report}. */
public final class CaptureCorpus {
    private CaptureCorpus() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer proxy = proxy(pages());
        Path work = Files.createTempDirectory("corpus");
        Files.createDirectories(Evidence.DIRECTORY);
        try (OpenBrowser browser = OpenBrowser.start(work, proxy.getAddress().getPort())) {
            for (boolean mangled : new boolean[] {false, true}) {
                for (Corpus.Authored authored : Corpus.sites()) {
                    String name = authored.site().name();
                    Path file = Evidence.file(name, mangled);
                    if (arguments.length > 0 && Files.exists(file)) {
                        continue;
                    }
                    Path pictures = Files.createDirectories(work.resolve(name + mangled));
                    try {
                        var page =
                                browser.capture("http://" + name + (mangled ? ".mangled" : "") + ".example/", pictures);
                        Files.write(file, SnapshotJson.write(Evidence.compact(page)));
                    } catch (RuntimeException e) {
                        System.out.println(name + ": " + e.getMessage());
                    }
                }
                System.out.println("captured " + (mangled ? "without names" : "as written"));
            }
        } finally {
            proxy.stop(0);
        }
        System.exit(0); // the browser's driver would keep the program alive
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
