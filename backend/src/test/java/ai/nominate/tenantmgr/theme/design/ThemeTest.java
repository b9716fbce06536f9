package ai.nominate.tenantmgr.theme.design;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.theme.Brands;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThemeTest {
    private static final Srgb BLUE = Srgb.of("#2463eb");

    @Test
    void every_brand_gets_a_theme_whose_24_pairs_are_readable_in_light_and_dark() {
        Stream<Srgb> brands =
                Brands.real().filter(colour -> Math.floorMod(colour.hashCode(), Repetitions.of(5, 1)) == 0);

        assertThat(Pair.values()).hasSize(24);
        assertThat(Stream.of(brands, Brands.random(Repetitions.of(1000, 10_000)), Brands.extremes())
                        .flatMap(each -> each)
                        .flatMap(brand -> ContrastCheck.failures(Theme.of(ThemeDraft.of(Palette.of(brand)))).stream()))
                .isEmpty();
    }

    @Test
    void a_palette_of_any_colours_gets_a_readable_theme() {
        Srgb[] colours = Brands.random(Repetitions.of(2000, 20_000)).toArray(Srgb[]::new);
        for (int i = 0; i + 6 < colours.length; i += 2) {
            Palette palette = new Palette(
                    colours[i],
                    Optional.of(colours[i + 1]),
                    Optional.of(colours[i + 2]),
                    Neutral.values()[i % Neutral.values().length],
                    Optional.of(colours[i + 3]),
                    Optional.of(colours[i + 4]),
                    Optional.of(colours[i + 5]),
                    Optional.of(colours[i + 6]));

            assertThat(ContrastCheck.failures(Theme.of(ThemeDraft.of(palette))))
                    .as("%s", palette)
                    .isEmpty();
        }
    }

    @Test
    void the_brand_is_a_fill_as_it_is() {
        assertThat(Brands.random(200)
                        .filter(brand -> !theme(brand).light().at(Token.PRIMARY).equals(brand)))
                .isEmpty();
    }

    @Test
    void text_in_the_colour_of_a_pale_brand_is_a_darker_shade_of_it() {
        Theme theme = theme(Srgb.of("#ffd400"));

        assertThat(theme.light().at(Token.PRIMARY)).hasToString("#ffd400");
        assertThat(theme.light().at(Token.PRIMARY_FOREGROUND).luminance()).isLessThan(0.05);
        assertThat(theme.scales().primary().list()).contains(theme.light().at(Token.PRIMARY_TEXT));
        assertThat(theme.light().at(Token.PRIMARY_BORDER)).isNotEqualTo(Srgb.of("#ffd400"));
    }

    @Test
    void a_chosen_colour_is_kept_and_the_others_suit_it() {
        Srgb cream = Srgb.of("#fff7e0");
        Srgb night = Srgb.of("#101820");
        Theme theme = Theme.of(new ThemeDraft(
                Palette.of(BLUE),
                Fonts.OF_THE_SYSTEM,
                Radius.MEDIUM,
                Map.of(Token.BACKGROUND, cream),
                Map.of(Token.CARD, night),
                false));

        assertThat(theme.light().at(Token.BACKGROUND)).isEqualTo(cream);
        assertThat(theme.dark().at(Token.CARD)).isEqualTo(night);
        assertThat(ContrastCheck.failures(theme)).isEmpty();
    }

    @Test
    void a_chosen_colour_that_cannot_be_read_is_reported_with_the_smallest_repair() {
        Theme theme = Theme.of(new ThemeDraft(
                Palette.of(BLUE),
                Fonts.OF_THE_SYSTEM,
                Radius.MEDIUM,
                Map.of(Token.MUTED_FOREGROUND, Srgb.of("#8d94a0")),
                Map.of(),
                false));

        assertThat(ContrastCheck.failures(theme))
                .extracting(Finding::pair)
                .containsExactly(Pair.MUTED_TEXT, Pair.MUTED_TEXT_ON_CARD, Pair.MUTED_TEXT_ON_MUTED);
        assertThat(ContrastCheck.failures(theme)).allSatisfy(finding -> {
            Repair repair = finding.repair().orElseThrow();
            assertThat(repair.token()).isEqualTo(Token.MUTED_FOREGROUND);
            assertThat(repair.difference()).isLessThan(14);
            assertThat(Readable.on(repair.to(), 4.5, theme.light().at(Token.MUTED)))
                    .isTrue();
        });
    }

    @Test
    void a_theme_follows_from_its_draft() {
        assertThat(theme(BLUE)).isEqualTo(theme(BLUE));
    }

    private static Theme theme(Srgb brand) {
        return Theme.of(ThemeDraft.of(Palette.of(brand)));
    }
}
