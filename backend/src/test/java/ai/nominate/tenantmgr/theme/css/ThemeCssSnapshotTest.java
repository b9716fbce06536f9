package ai.nominate.tenantmgr.theme.css;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.design.FontFamily;
import ai.nominate.tenantmgr.theme.design.Fonts;
import ai.nominate.tenantmgr.theme.design.Neutral;
import ai.nominate.tenantmgr.theme.design.Palette;
import ai.nominate.tenantmgr.theme.design.Radius;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.design.ThemeDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The style sheets match the snapshots. Run with {@code -Dsnap} to rewrite the files, then review the difference. */
class ThemeCssSnapshotTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/snapshots/theme");

    @Test
    void a_theme_of_one_colour() throws IOException {
        matches("one-colour.css", ThemeCss.of(Theme.of(ThemeDraft.of(Palette.of(Srgb.of("#7c3aed")))), 1));
    }

    @Test
    void a_theme_with_all_that_can_be_chosen() throws IOException {
        Palette palette = new Palette(
                Srgb.of("#ffd400"),
                Optional.of(Srgb.of("#0b3d2e")),
                Optional.of(Srgb.of("#e4572e")),
                Neutral.STONE,
                Optional.of(Srgb.of("#fffdf5")),
                Optional.of(Srgb.of("#22301f")),
                Optional.of(Srgb.of("#ffe04d")),
                Optional.of(Srgb.of("#10140f")));
        Fonts fonts = new Fonts(Optional.of(new FontFamily("Playfair Display")), Optional.of(new FontFamily("Inter")));
        matches(
                "everything.css",
                ThemeCss.of(Theme.of(new ThemeDraft(palette, fonts, Radius.FULL, Map.of(), Map.of(), false)), 17));
    }

    @Test
    void versions_that_follow_each_other_have_different_lengths() {
        Theme theme = Theme.of(ThemeDraft.of(Palette.of(Srgb.of("#7c3aed"))));
        for (int version = 1; version < 200; version++) {
            assertThat(ThemeCss.of(theme, version).length())
                    .isNotEqualTo(ThemeCss.of(theme, version + 1).length());
        }
    }

    private static void matches(String name, String css) throws IOException {
        Path file = SNAPSHOTS.resolve(name);
        if (System.getProperty("snap") != null) {
            Files.createDirectories(SNAPSHOTS);
            Files.writeString(file, css);
        }
        assertThat(css).isEqualTo(Files.readString(file));
    }
}
