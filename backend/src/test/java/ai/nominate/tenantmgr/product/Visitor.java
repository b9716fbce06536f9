package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests a site as a browser would, by its name, on a new connection each time so that no retry is hidden. */
final class Visitor {
    private static final int PATIENCE_MS = 5_000;
    private final int port;
    private final String host;

    Visitor(int port, String host) {
        this.port = port;
        this.host = host;
    }

    /** @param status 0 if there was no answer */
    record Answer(int status, String body) {}

    Answer ask(String path) {
        return send("GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
    }

    /** Sends a form. */
    Answer post(String path, String form) {
        return send("POST " + path + " HTTP/1.0\r\nHost: " + host
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form);
    }

    private Answer send(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int body = answer.indexOf("\r\n\r\n");
            return body < 0
                    ? new Answer(0, "broke off after: " + answer)
                    : new Answer(Integer.parseInt(answer.substring(9, 12)), answer.substring(body + 4));
        } catch (IOException e) {
            return new Answer(0, e.toString());
        }
    }

    /** The label of the release that answers. */
    String release() {
        String body = ask("/api/campaign").body();
        return body.replaceAll("(?s).*\"label\":\"([^\"]*)\".*", "$1");
    }

    /** Sends requests until it is closed. */
    Onlooker lookOn() {
        return new Onlooker(this);
    }
}
