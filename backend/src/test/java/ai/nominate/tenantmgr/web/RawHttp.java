package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.auth.credential.TestTokens;
import ai.nominate.tenantmgr.kernel.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests that no client library would send. */
public final class RawHttp {
    private static final int PATIENCE_MS = 10_000;

    private RawHttp() {}

    static int status(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .status();
    }

    /** Sends a request as an admin, with additional headers. */
    public static Answer ask(String methodAndPath, String headers, String body) {
        return send(methodAndPath + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + TestTokens.of(Role.ADMIN) + "\r\n" + headers + "\r\n" + body);
    }

    public static Answer ask(String methodAndPath) {
        return ask(methodAndPath, "", "");
    }

    /** @throws UncheckedIOException also if nothing arrives for ten seconds: a request must not hang */
    public static Answer send(String request) {
        URI uri = Api.uri("");
        try (Socket socket = new Socket("127.0.0.1", uri.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            write(socket, request);
            return new Answer(read(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #send}, but reads the first bytes of the answer only: a WebSocket stays open. */
    public static Answer head(String request) {
        try (Socket socket = new Socket("127.0.0.1", Api.uri("").getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            write(socket, request);
            byte[] some = new byte[8192];
            int length = 0;
            String head = "";
            for (int read; !head.contains("\r\n\r\n") && length < some.length; length += read) {
                read = socket.getInputStream().read(some, length, some.length - length);
                if (read < 0) {
                    break;
                }
                head = new String(some, 0, length + read, StandardCharsets.UTF_8);
            }
            return new Answer(head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that refuses may close before everything is written; its answer still counts. */
    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        } catch (SocketException e) {
            if (socket.isClosed()) {
                throw e;
            }
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int length; (length = socket.getInputStream().read(some)) > 0; ) {
                answer.write(some, 0, length);
            }
        } catch (SocketException e) {
            // reset after the answer
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** The raw answer. */
    public record Answer(String text) {
        public int status() {
            return text.isEmpty() ? 0 : Integer.parseInt(text.split(" ", 3)[1]);
        }

        public boolean isProblem(int status, String code) {
            return status() == status
                    && text.contains("application/problem+json")
                    && text.contains("\"code\":\"" + code + "\"")
                    && text.contains("\"status\":" + status);
        }
    }
}
