package ai.nominate.tenantmgr.product;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection without client conveniences: no retries, and a cut-off answer is an error. */
final class Wire implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;

    /** @param patience maximum silence of the other side */
    Wire(int port, String host, Duration patience) throws IOException {
        this.host = host;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) patience.toMillis());
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The connection ended before the first byte of an answer: on a kept-alive one, a browser repeats the request. */
    static final class NoAnswer extends IOException {
        NoAnswer(String message) {
            super(message);
        }
    }

    /** @param body ends with the answer, or throws if that was cut off; must be read before the next request */
    record Answer(int status, Map<String, String> headers, InputStream body) {
        String text() throws IOException {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }

        boolean isLast() {
            return "close".equalsIgnoreCase(headers.get("connection"));
        }
    }

    /** @param headers each as on the wire */
    Answer get(String path, String... headers) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + String.join(
                        "", List.of(headers).stream().map(line -> line + "\r\n").toList()) + "\r\n";
        String status;
        try {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            in.mark(1);
            if (in.read() < 0) {
                throw new NoAnswer("closed before the answer");
            }
            in.reset();
            status = line();
        } catch (java.net.SocketTimeoutException stalled) {
            throw stalled;
        } catch (java.net.SocketException reset) {
            throw new NoAnswer(reset.getMessage());
        }
        Map<String, String> answered = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":\\s*", 2);
            answered.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Answer(Integer.parseInt(status.substring(9, 12)), answered, body(answered));
    }

    /** Resets the connection, as a lost network would. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private InputStream body(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new Body(true, 0);
        }
        String length = headers.get("content-length");
        if (length == null) {
            throw new IOException("an answer without a length: " + headers);
        }
        return new Body(false, Long.parseLong(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("cut off after: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    /** A body with a known end, so that a truncated one is detected. */
    private final class Body extends InputStream {
        private final boolean chunked;
        private long left;
        private boolean first = true;
        private boolean ended;

        Body(boolean chunked, long left) {
            this.chunked = chunked;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (chunked && left == 0 && !ended) {
                nextChunk();
            }
            if (left == 0) {
                return -1;
            }
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("cut off with " + left + " bytes to come");
            }
            left -= count;
            return count;
        }

        private void nextChunk() throws IOException {
            if (!first) {
                line();
            }
            first = false;
            left = Long.parseLong(line(), 16);
            if (left == 0) {
                line();
                ended = true;
            }
        }
    }
}
