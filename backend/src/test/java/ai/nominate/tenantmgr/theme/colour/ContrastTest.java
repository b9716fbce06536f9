package ai.nominate.tenantmgr.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastTest {
    @Test
    void black_on_white_is_21_and_a_colour_on_itself_1() {
        assertThat(Contrast.ratio(Srgb.BLACK, Srgb.WHITE)).isCloseTo(21, within(1e-12));
        assertThat(Contrast.ratio(Srgb.WHITE, Srgb.BLACK)).isCloseTo(21, within(1e-12));
        assertThat(Contrast.ratio(Srgb.of("#336699"), Srgb.of("#336699"))).isEqualTo(1);
    }

    /** The greys around the limit of WCAG: #767676 is the lightest that passes on white. */
    @Test
    void the_limit_is_not_rounded() {
        assertThat(Contrast.ratio(Srgb.of("#767676"), Srgb.WHITE)).isGreaterThan(Contrast.TEXT);
        assertThat(Contrast.ratio(Srgb.of("#777777"), Srgb.WHITE)).isBetween(4.45, Contrast.TEXT);
    }

    @Test
    void white_or_black_can_be_read_on_every_colour() {
        double lowest = 21;
        for (int rgb = 0; rgb <= 0xffffff; rgb += 251) {
            Srgb colour = Srgb.of(rgb);
            lowest = Math.min(lowest, Math.max(Contrast.ratio(colour, Srgb.WHITE), Contrast.ratio(colour, Srgb.BLACK)));
        }

        assertThat(lowest).isBetween(4.58, 4.6);
    }
}
