package ai.nominate.tenantmgr.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SrgbTest {
    /** In the short form every 97th colour: no channel repeats its pattern. */
    @Test
    void a_colour_of_8_bits_comes_back_from_oklch_unchanged() {
        int step = Repetitions.of(97, 1);
        int lost = 0;
        for (int rgb = 0; rgb <= 0xffffff; rgb += step) {
            Srgb colour = Srgb.of(rgb);
            if (!Gamut.fit(Oklch.of(colour)).equals(colour)) {
                lost++;
            }
        }

        assertThat(lost).isZero();
    }

    @Test
    void a_colour_is_read_in_any_case_and_written_in_one() {
        assertThat(Srgb.of("#1A2b3C")).isEqualTo(new Srgb(0x1a, 0x2b, 0x3c)).hasToString("#1a2b3c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#fff", "1a2b3c", "#1a2b3c4d", "#1a2b3g", "red", "#1a2b3c;", "rgb(0,0,0)", "#１a2b3c"})
    void other_notations_are_refused(String text) {
        assertThatThrownBy(() -> Srgb.of(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_channel_has_8_bits() {
        assertThatThrownBy(() -> new Srgb(256, 0, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Srgb(0, -1, 0)).isInstanceOf(InvalidValue.class);
    }
}
