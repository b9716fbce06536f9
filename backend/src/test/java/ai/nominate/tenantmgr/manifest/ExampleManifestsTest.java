package ai.nominate.tenantmgr.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests that people copy are valid: those of the examples, of the applications of others, and on the page about them. */
class ExampleManifestsTest {
    private static final Path PAGE = Path.of("../docs/applications.md");
    private static final Pattern SMALLEST = Pattern.compile("(?m)^ {3}```yaml\\n((?: {3}.*\\n)+?) {3}```$");

    static Stream<Path> manifests() throws IOException {
        Stream<Path> all = Stream.empty();
        for (String directory : new String[] {"../deploy/examples", "../deploy/compatibility/applications"}) {
            all = Stream.concat(all, Files.list(Path.of(directory)));
        }
        return all.map(directory -> directory.resolve(ManifestReader.FILE_NAME))
                .filter(Files::exists)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void the_manifest_of_an_application_is_valid(Path manifest) throws IOException {
        assertThat(ManifestReader.read(Files.readString(manifest))).isInstanceOf(ManifestResult.Valid.class);
    }

    @Test
    void each_directory_of_an_example_has_a_manifest() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of("../deploy/examples"))) {
            assertThat(directories.filter(Files::isDirectory))
                    .hasSizeGreaterThanOrEqualTo(8)
                    .allMatch(directory -> Files.exists(directory.resolve(ManifestReader.FILE_NAME)));
        }
    }

    @Test
    void the_smallest_manifest_of_the_page_is_valid() throws IOException {
        Optional<String> smallest = SMALLEST.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1).replaceAll("(?m)^ {3}", ""))
                .findFirst();
        assertThat(smallest).hasValueSatisfying(yaml -> assertThat(ManifestReader.read(yaml))
                .isInstanceOf(ManifestResult.Valid.class));
    }
}
