package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Probes the health path of a service on its own port, with the headers that NGINX would send for a visitor of the tenant's
 * public address: an application may refuse another host, or redirect plain HTTP. One connection for each probe, closed at its
 * end: an open one would count as a visitor during a drain. Java's own client cannot set the host.
 */
public final class HealthProbe {
    private static final int HEAD_BYTES = 8 * 1024;
    private static final int BODY_BYTES = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
    private static final Pattern LOCATION =
            Pattern.compile("^location: *([\\x21-\\x7e]{1,200})\\r?$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final URI publicUrl;

    /** @param publicUrl the tenant's address, with the scheme and the port that visitors use */
    public HealthProbe(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Blocks for at most the check's time limit.
     *
     * @throws RunInterrupted if the thread was interrupted
     */
    public Answer ask(PortNumber port, HealthSpec health) {
        String path = health.path();
        long end = System.nanoTime() + health.timeout().toNanos();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port.value()), (int)
                    health.timeout().toMillis());
            socket.getOutputStream().write(request(path).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(read(socket, end), path, health);
        } catch (SocketTimeoutException e) {
            return new Answer(
                    0,
                    false,
                    path + " did not answer within " + health.timeout().toSeconds() + " s");
        } catch (ConnectException e) {
            return new Answer(0, false, "nothing listens on port " + port + " yet");
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new RunInterrupted("interrupted during a health probe");
            }
            return new Answer(0, false, path + " closed the connection early: " + e.getMessage());
        }
    }

    private String request(String path) {
        String host = publicUrl.getAuthority();
        int port = publicUrl.getPort() > 0 ? publicUrl.getPort() : "https".equals(publicUrl.getScheme()) ? 443 : 80;
        return "GET " + path + " HTTP/1.1\r\n"
                + "Host: " + host + "\r\n"
                + "User-Agent: " + ProbeLine.USER_AGENT + "\r\n"
                + "Accept: */*\r\n"
                + "X-Real-IP: 127.0.0.1\r\n"
                + "X-Forwarded-For: 127.0.0.1\r\n"
                + "X-Forwarded-Proto: " + publicUrl.getScheme() + "\r\n"
                + "X-Forwarded-Host: " + host + "\r\n"
                + "X-Forwarded-Port: " + port + "\r\n"
                + "Connection: close\r\n\r\n";
    }

    /** The head of the answer. The body is read too, up to a limit: some servers log an error if the client does not. */
    private static String read(Socket socket, long end) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] bytes = new byte[HEAD_BYTES + BODY_BYTES];
        int length = 0;
        try {
            while (length < bytes.length) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("too late");
                }
                socket.setSoTimeout((int) left);
                int count = input.read(bytes, length, bytes.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            }
        } catch (SocketTimeoutException e) {
            if (!head(bytes, length).contains("\r\n\r\n")) {
                throw e; // a complete head is an answer, though its body may never end
            }
        }
        return head(bytes, length);
    }

    private static String head(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }

    private Answer answer(String head, String path, HealthSpec health) throws IOException {
        Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
        if (!status.matches()) {
            throw new IOException("the answer is not HTTP/1.1");
        }
        int code = Integer.parseInt(status.group(1));
        if (health.accepts(code)) {
            return new Answer(code, true, path + " answers " + code);
        }
        Matcher location = LOCATION.matcher(head);
        Optional<String> target =
                code >= 300 && code < 400 && location.find() ? Optional.of(location.group(1)) : Optional.empty();
        return new Answer(
                code,
                false,
                path + " answers " + code + target.map(to -> " to " + to).orElse("") + " (asked with Host "
                        + publicUrl.getAuthority() + " and X-Forwarded-Proto " + publicUrl.getScheme() + ")");
    }

    /** @param status 0 if there was no answer */
    public record Answer(int status, boolean isWell, String sentence) {}
}
