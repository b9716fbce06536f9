package ai.nominate.tenantmgr.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColourVisionTest {
    private static final Srgb RED = Srgb.of("#dc2626");
    private static final Srgb GREEN = Srgb.of("#5f7f16");
    private static final Srgb BLUE = Srgb.of("#2563eb");

    @ParameterizedTest
    @EnumSource
    void greys_look_the_same_to_everyone(ColourVision vision) {
        for (int level = 0; level < 256; level++) {
            Srgb grey = new Srgb(level, level, level);

            assertThat(vision.seen(grey)).isEqualTo(grey);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NORMAL")
    void red_and_green_come_close_and_blue_stays_apart(ColourVision vision) {
        assertThat(vision.difference(RED, GREEN)).isLessThan(ColourDifference.between(RED, GREEN) / 2);
        assertThat(vision.difference(RED, BLUE)).isGreaterThan(25);
    }
}
