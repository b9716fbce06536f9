package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagram in the documentation matches the compiled arrows. Run with {@code -Dsnap} to redraw it. */
class DrawingTest {
    private static final Path DOCUMENT = Path.of("../docs/architecture.md");
    private static final Pattern PICTURE = Pattern.compile("```mermaid\n.*?```\n", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("^\\*\\*`([a-z]+)`\\*\\*", Pattern.MULTILINE);

    @Test
    void the_document_shows_the_arrows_that_are_tested() throws IOException {
        if (System.getProperty("snap") != null) {
            String picture = Matcher.quoteReplacement(Drawing.mermaid());
            Files.writeString(
                    DOCUMENT, PICTURE.matcher(Files.readString(DOCUMENT)).replaceFirst(picture));
        }
        assertThat(Files.readString(DOCUMENT)).contains(Drawing.mermaid());
    }

    @Test
    void the_document_has_a_paragraph_for_each_package() throws IOException {
        Set<String> described = PARAGRAPH
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(new TreeSet<>(Drawing.packages()));
    }
}
