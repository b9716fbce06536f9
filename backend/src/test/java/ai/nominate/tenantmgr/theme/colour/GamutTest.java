package ai.nominate.tenantmgr.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GamutTest {
    @Test
    void a_colour_that_srgb_cannot_show_keeps_its_lightness_and_its_hue() {
        for (int hue = 0; hue < 360; hue += 5) {
            for (double lightness = 0.2; lightness < 0.96; lightness += 0.05) {
                Oklch shown = Oklch.of(Gamut.fit(new Oklch(lightness, 0.4, hue)));

                assertThat(shown.lightness()).isCloseTo(lightness, within(0.004));
                assertThat(Math.abs(Oklch.arc(shown.hue(), hue)) * shown.chroma())
                        .isLessThan(0.4);
            }
        }
    }

    @Test
    void lightness_beyond_white_and_black_is_white_and_black() {
        assertThat(Gamut.fit(new Oklch(1.2, 0.1, 30))).isEqualTo(Srgb.WHITE);
        assertThat(Gamut.fit(new Oklch(-0.2, 0.1, 30))).isEqualTo(Srgb.BLACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ff0000", "#00ff00", "#ff00ff", "#00ffff", "#ffff00"})
    void pure_colours_have_the_most_chroma_of_their_hue(String hex) {
        Oklch pure = Oklch.of(Srgb.of(hex));

        assertThat(Gamut.mostChroma(pure.lightness(), pure.hue())).isCloseTo(pure.chroma(), within(1e-3));
    }

    @Test
    void an_arc_is_the_shorter_one() {
        assertThat(Oklch.arc(350, 10)).isEqualTo(20);
        assertThat(Oklch.arc(10, 350)).isEqualTo(-20);
        assertThat(Oklch.arc(0, 180)).isEqualTo(-180);
    }
}
