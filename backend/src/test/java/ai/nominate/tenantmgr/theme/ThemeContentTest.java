package ai.nominate.tenantmgr.theme;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Fonts;
import ai.nominate.tenantmgr.theme.design.Palette;
import ai.nominate.tenantmgr.theme.design.Radius;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.design.ThemeDraft;
import ai.nominate.tenantmgr.theme.design.Token;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeContentTest {
    private final ThemeJson json = new ThemeJson();

    @ParameterizedTest
    @ValueSource(strings = {"#7c3aed", "#000000", "#ffffff", "#ffd400", "#2b7fff", "#336699"})
    void a_stored_theme_is_read_as_it_was_and_is_what_the_schema_describes(String brand) throws IOException {
        Theme theme = Theme.of(new ThemeDraft(
                Palette.of(Srgb.of(brand)),
                new Fonts(Optional.empty(), Optional.of(new FontFamily("Inter"))),
                Radius.LARGE,
                Map.of(Token.BACKGROUND, Srgb.of("#fffdf5")),
                Map.of(),
                false));

        String stored = json.convertToDatabaseColumn(ThemeContent.of(theme));

        assertThat(json.convertToEntityAttribute(stored).theme()).isEqualTo(theme);
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("../schema/theme.schema.json")))
                        .validate(new ObjectMapper().readTree(stored)))
                .isEmpty();
    }
}
