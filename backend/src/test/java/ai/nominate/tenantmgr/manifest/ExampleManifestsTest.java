package ai.nominate.tenantmgr.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests that people copy: of the sample application, the examples, applications of others, and on the pages about them. */
class ExampleManifestsTest {
    private static final Path ROOT = Path.of("..");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("deploy"), 4)) {
            return files.filter(file -> file.endsWith(ManifestReader.FILE_NAME)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_valid(Path file) throws IOException {
        assertValid(Files.readString(file));
    }

    @Test
    void the_manifest_in_the_documentation_is_valid() throws IOException {
        Matcher block =
                Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(ROOT.resolve("docs/manifest.md")));
        assertThat(block.find()).isTrue();
        assertValid(block.group(1));
    }

    @Test
    void the_smallest_manifest_of_the_page_about_applications_is_valid() throws IOException {
        Matcher block = Pattern.compile("(?s)\n   ```yaml\n(.*?)\n   ```")
                .matcher(Files.readString(ROOT.resolve("docs/applications.md")));
        assertThat(block.find()).isTrue();
        assertValid(block.group(1).replaceAll("(?m)^   ", ""));
    }

    private static void assertValid(String yaml) throws IOException {
        assertThat(ManifestReader.read(yaml)).isInstanceOf(ManifestResult.Valid.class);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(ROOT.resolve("schema/tenant-app.schema.json")));
        assertThat(schema.validate(new YAMLMapper().readTree(yaml))).isEmpty();
    }
}
