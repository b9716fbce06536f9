package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in docs/operations.md matches the catalogue. */
@QuarkusTest
class SettingsPageTest {
    private static final Path PAGE = Path.of("../docs/operations.md");

    @Inject
    SettingCatalogue catalogue;

    @Test
    void the_page_says_of_every_setting_what_the_catalogue_says() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Settings"))
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .isEqualTo(catalogue.all().stream().map(SettingsPageTest::row).toList());
    }

    private static String row(Setting<?> setting) {
        String standard = setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
        String variable = setting.property() == null ? "" : "`" + setting.variable() + "`";
        SettingBounds bounds = setting.bounds();
        return "| `" + setting.key() + "` | " + setting.type().id() + " | " + standard + " | "
                + (bounds == null ? "" : bounds.min() + " to " + bounds.max()) + " | " + variable + " | "
                + setting.description() + " |";
    }
}
