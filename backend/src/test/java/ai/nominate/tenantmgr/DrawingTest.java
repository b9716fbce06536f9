package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The diagram in the documentation matches the compiled arrows. Run with {@code -Dsnap} to redraw it. */
class DrawingTest {
    private static final Path DOCUMENT = Path.of("../docs/architecture.md");
    private static final Path IMPORTS = Path.of("src/test/resources/architecture/imports.txt");
    private static final Pattern PICTURE = Pattern.compile("```mermaid\n.*?```\n", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("^\\*\\*`([a-z]+)`\\*\\*", Pattern.MULTILINE);

    private static final Imports IMPORTED = Imports.of(ArchitectureTest.PRODUCT);

    @Test
    void the_document_shows_the_arrows_that_are_tested() throws IOException {
        if (isDrawing()) {
            String picture = Matcher.quoteReplacement(Drawing.mermaid());
            Files.writeString(
                    DOCUMENT, PICTURE.matcher(Files.readString(DOCUMENT)).replaceFirst(picture));
        }
        assertThat(Files.readString(DOCUMENT)).contains(Drawing.mermaid());
    }

    @Test
    void the_list_of_direct_imports_is_that_of_the_classes() throws IOException {
        if (isDrawing()) {
            Files.writeString(IMPORTS, IMPORTED.text());
        }
        assertThat(IMPORTED.text()).as("%s is stale: make diagram", IMPORTS).isEqualTo(Files.readString(IMPORTS));
    }

    @Test
    void every_arrow_is_used_by_a_class() {
        List<String> unused = Drawing.packages().stream()
                .flatMap(from -> Drawing.arrowsFrom(from).stream()
                        .filter(to -> !IMPORTED.has(from, to))
                        .map(to -> from + " -> " + to))
                .toList();

        assertThat(unused).isEmpty();
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

    private static boolean isDrawing() {
        return System.getProperty("snap") != null;
    }
}
