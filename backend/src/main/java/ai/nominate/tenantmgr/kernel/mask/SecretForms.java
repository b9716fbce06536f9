package ai.nominate.tenantmgr.kernel.mask;

import ai.nominate.tenantmgr.kernel.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The forms in which programs print a secret. A form that is too short to be recognised is left out. */
final class SecretForms {
    /** A shorter value is part of ordinary words: masking it would blank the log and prove the value. */
    static final int SHORTEST = 6;

    private static final int SHORTEST_ENCODED = 8;
    /** Shorter lines of a secret are found only with the lines around them. */
    private static final int SHORTEST_LINE = 16;

    private static final String URL_SAFE = "-_.!~*'()";

    private SecretForms() {}

    /** The value itself, and its values inside JSON, URLs and Base64. */
    static Set<String> of(Secret secret) {
        String text = secret.reveal().strip();
        Set<String> forms = new LinkedHashSet<>();
        if (length(text) < SHORTEST) {
            return forms;
        }
        forms.add(text);
        Stream.concat(json(text), Stream.concat(url(text), base64(text)))
                .filter(form -> length(form) >= SHORTEST_ENCODED)
                .forEach(forms::add);
        return forms;
    }

    /** The lines of a secret of several lines, which may be printed with an indent or one by one; no PEM header. */
    static Stream<String> lines(Secret secret) {
        String text = secret.reveal().strip();
        return text.indexOf('\n') < 0
                ? Stream.empty()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> length(line) >= SHORTEST_LINE && !line.startsWith("-----"));
    }

    private static Stream<String> json(String text) {
        return Stream.of(escaped(text, false), escaped(text, true))
                .flatMap(form -> Stream.of(form, html(form)))
                .flatMap(form -> Stream.of(form, form.replace("/", "\\/")));
    }

    private static String escaped(String text, boolean onlyAscii) {
        StringBuilder json = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || onlyAscii && c > '~') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.toString();
    }

    private static String html(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** As in forms, by RFC 3986, and by JavaScript; hexadecimal digits in either case. */
    private static Stream<String> url(String text) {
        String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String strict = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        String script = percent(text);
        return Stream.of(form, strict, script).flatMap(upper -> Stream.of(upper, lowerHex(upper)));
    }

    private static String percent(String text) {
        StringBuilder url = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean isSafe = c < 128 && Character.isLetterOrDigit(c) || URL_SAFE.indexOf(c) >= 0;
            url.append(isSafe ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return url.toString();
    }

    private static String lowerHex(String upper) {
        StringBuilder lower = new StringBuilder(upper);
        for (int i = upper.indexOf('%'); i >= 0; i = upper.indexOf('%', i + 1)) {
            lower.replace(i, i + 3, upper.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** What the secret contributes to the Base64 of a longer text, which begins 0, 1 or 2 bytes before a group of three. */
    private static Stream<String> base64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Stream.of(0, 1, 2)
                .flatMap(before -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                        .map(encoder -> aligned(encoder, bytes, before)));
    }

    private static String aligned(Base64.Encoder encoder, byte[] bytes, int before) {
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = encoder.encodeToString(shifted);
        int begin = (before * 8 + 5) / 6;
        return encoded.substring(begin, Math.max(begin, shifted.length * 8 / 6));
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
