package ai.nominate.tenantmgr.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends bytes that no client library would send, one request after another, with a timeout of ten seconds. */
final class RawConnection implements AutoCloseable {
    private static final int LIMIT_MS = 10_000;
    private static final int GLIMPSE_MS = 50;

    private final int port;
    private Socket socket;
    private InputStream in;

    RawConnection(int port) {
        this.port = port;
    }

    /** @param status 0 if the connection ended before the first byte */
    record Answer(int status, Map<String, String> headers, String body, long millis) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    Answer send(RawRequest request, List<String> callersHeaders) throws IOException {
        byte[] bytes = request.bytes(callersHeaders);
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        socket.setSoTimeout(LIMIT_MS);
        long start = System.nanoTime();
        try {
            write(bytes);
            Answer answer = read(start);
            if (answer.header("connection").equalsIgnoreCase("close")
                    || answer.status() == 414
                    || answer.status() >= 400 && bytes.length > 60_000) {
                close();
            }
            return answer;
        } catch (EOFException | SocketException ended) {
            close();
            return new Answer(0, Map.of(), ended.toString(), (System.nanoTime() - start) / 1_000_000);
        } catch (SocketTimeoutException late) {
            close();
            return new Answer(0, Map.of(), "no answer within " + LIMIT_MS + " ms", LIMIT_MS);
        }
    }

    /** A client refused while sending a large body must still read the answer. */
    private void write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException refused) {
            if (in.available() == 0) {
                throw refused;
            }
        }
    }

    private Answer read(long start) throws IOException {
        String status = line();
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] parts = line.split(":\\s*", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        String body = body(headers);
        return new Answer(Integer.parseInt(status.substring(9, 12)), headers, body, millis);
    }

    private String body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
            glimpse(body);
        } else if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int left = Integer.parseInt(line(), 16); left > 0; left = Integer.parseInt(line(), 16)) {
                body.writeBytes(exactly(left));
                line();
            }
            line();
        } else {
            body.writeBytes(exactly(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    /** A stream has no end; its beginning is enough. */
    private void glimpse(ByteArrayOutputStream body) throws IOException {
        socket.setSoTimeout(GLIMPSE_MS);
        try {
            for (int next = in.read(); next >= 0 && body.size() < 4_000; next = in.read()) {
                body.write(next);
            }
        } catch (SocketTimeoutException enough) {
            body.write('\n');
        } finally {
            close();
        }
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("cut off with " + (count - bytes.length) + " bytes to come");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("cut off after: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
