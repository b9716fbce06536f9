package ai.nominate.tenantmgr.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An application on a port of its tenant that answers as it is told to, also in ways that no server should. */
final class StubApplication implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Reply reply = json("{}");

    /** Writes to the connection, which is closed afterwards. */
    interface Reply {
        void to(OutputStream out) throws IOException;
    }

    StubApplication(int port) throws IOException {
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress("127.0.0.1", port));
        Thread.ofVirtual().start(this::accept);
    }

    void answers(Reply next) {
        reply = next;
    }

    /** The heads of the requests so far. */
    List<String> asked() {
        return asked;
    }

    static Reply json(String body) {
        return answer("200 OK", "Content-Type: application/json", body);
    }

    static Reply answer(String status, String header, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return raw("HTTP/1.1 " + status + "\r\n" + header + "\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    static Reply raw(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A body that never ends. */
    static Reply endless() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":\""
                    .getBytes(StandardCharsets.UTF_8));
            byte[] more = "a".repeat(8192).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(more);
            }
        };
    }

    /** The beginning of an answer, and then nothing. */
    Reply hanging() {
        return out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(StandardCharsets.UTF_8));
            out.flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String head = head(connection.getInputStream());
            if (!head.isEmpty()) {
                asked.add(head);
                reply.to(connection.getOutputStream());
            }
        } catch (IOException e) {
            // the client has seen enough
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
