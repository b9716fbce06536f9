package ai.nominate.tenantmgr.alert;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes webhooks on an address that is allowed in tests, and answers with a chosen status. */
final class Receiver implements AutoCloseable {
    /** On loopback, and used by nothing else: the application under test may reach no other private address. */
    static final String HOST = "127.0.0.9";

    private final HttpServer server;
    private final List<Hook> hooks = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    record Hook(String event, String delivery, String signature, String body) {}

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(HOST), 0), 16);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            hooks.add(new Hook(
                    headers.getFirst("X-Tenantmgr-Event"),
                    headers.getFirst("X-Tenantmgr-Delivery"),
                    headers.getFirst("X-Tenantmgr-Signature-256"),
                    new String(body, java.nio.charset.StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://" + HOST + ":" + server.getAddress().getPort() + "/alerts";
    }

    void answers(int with) {
        status = with;
    }

    List<Hook> hooks() {
        return hooks;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
