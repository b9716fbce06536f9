package ai.nominate.tenantmgr.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as sent on the wire, except for the caller and the content length. */
record RawRequest(String method, String target, List<String> headers, byte[] body) {
    private static final int SHOWN = 700;

    byte[] bytes(List<String> callersHeaders) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        callersHeaders.forEach(line -> head.append(line).append("\r\n"));
        if (body != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body == null ? new byte[0] : body);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        String text = method + " " + target + "\n" + String.join("\n", headers) + "\n\n"
                + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "… (" + text.length() + " characters)" : text;
    }
}
