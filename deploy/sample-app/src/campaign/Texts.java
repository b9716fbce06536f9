package campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The texts of the pages in the tenant's language. English is the fallback for a missing language or line. */
final class Texts {
    private static final List<String> LANGUAGES = List.of("en", "de");

    private Texts() {}

    /** @param locale such as {@code de}, {@code de-CH} or {@code de_CH} */
    static String language(String locale) {
        String language = locale.split("[-_.]", 2)[0].toLowerCase(java.util.Locale.ROOT);
        return LANGUAGES.contains(language) ? language : "en";
    }

    static Map<String, String> of(String language) {
        Map<String, String> texts = new HashMap<>(read("en"));
        texts.putAll(read(language));
        return texts;
    }

    private static Map<String, String> read(String language) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("/web/texts." + language + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((key, value) -> texts.put("t." + key, value.toString()));
        return texts;
    }
}
