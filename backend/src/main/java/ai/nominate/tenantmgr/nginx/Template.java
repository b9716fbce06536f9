package ai.nominate.tenantmgr.nginx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{names}}}. Does not quote values: their types have validated them. */
record Template(String text) {
    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

    static Template named(String file) {
        try (InputStream stream = Template.class.getResourceAsStream("/nginx/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("template not found: " + file);
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if a name has no value */
    String fill(Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("the template has no value for " + match.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
