package ai.nominate.tenantmgr.analysis.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser asks of a proxy: a tunnel, or a page without encryption. One request per connection.
 *
 * @param host as the browser names it; an IPv6 address without brackets
 * @param head what the site gets to read in place of what the browser sent; empty for a tunnel
 * @param rest what the browser had sent after its head
 */
record ProxyRequest(String host, int port, boolean tunnel, String head, byte[] rest) {
    private static final int LONGEST_HEAD = 1 << 16;
    private static final Pattern TUNNEL =
            Pattern.compile("CONNECT (\\[[0-9a-fA-F:.]+]|[^:/ ]+):([0-9]{1,5}) HTTP/1\\.1");
    private static final Pattern PLAIN = Pattern.compile(
            "([A-Z]{1,20}) http://(\\[[0-9a-fA-F:.]+]|[^:/?# @]+)(?::([0-9]{1,5}))?(/[^ ]*)? HTTP/1\\.1");

    /** @throws IOException if the browser says nothing that a proxy understands */
    static ProxyRequest read(SocketChannel browser) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HEAD);
        int end = -1;
        while (end < 0) {
            if (!buffer.hasRemaining() || browser.read(buffer) < 0) {
                throw new IOException("no request");
            }
            end = new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        }
        String head = new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1);
        return parse(head, Arrays.copyOfRange(buffer.array(), end + 4, buffer.position()));
    }

    private static ProxyRequest parse(String head, byte[] rest) throws IOException {
        String[] lines = head.split("\r\n");
        Matcher tunnel = TUNNEL.matcher(lines[0]);
        if (tunnel.matches()) {
            return new ProxyRequest(bare(tunnel.group(1)), port(tunnel.group(2)), true, "", rest);
        }
        Matcher plain = PLAIN.matcher(lines[0]);
        if (!plain.matches()) {
            throw new IOException("no request for a proxy");
        }
        String path = plain.group(4) == null ? "/" : plain.group(4);
        String kept = Arrays.stream(lines)
                .skip(1)
                .filter(line -> !line.toLowerCase(Locale.ROOT).matches("(proxy-.*|connection|keep-alive) *:.*"))
                .collect(Collectors.joining("\r\n"));
        return new ProxyRequest(
                bare(plain.group(2)),
                plain.group(3) == null ? 80 : port(plain.group(3)),
                false,
                plain.group(1) + " " + path + " HTTP/1.1\r\n" + kept + "\r\nConnection: close\r\n\r\n",
                rest);
    }

    /** Tells the browser that there is no way. */
    void refuse(SocketChannel browser, int status) throws IOException {
        write(
                browser,
                ("HTTP/1.1 " + status + " No way\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says the first word on a new connection. */
    void begin(SocketChannel browser, SocketChannel site) throws IOException {
        if (tunnel) {
            write(browser, "HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        } else {
            write(site, head.getBytes(StandardCharsets.ISO_8859_1));
        }
        write(site, rest);
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(String digits) throws IOException {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new IOException("no port");
        }
        return port;
    }
}
