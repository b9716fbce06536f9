package ai.nominate.tenantmgr.theme.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.SoftAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PublishedVectorsTest {
    private static final Offset<Double> EXACT = within(1e-4);

    @Test
    void the_34_pairs_of_sharma_wu_and_dalal_have_their_differences_in_both_directions() {
        assertThat(Vectors.of("ciede2000.txt")).hasSize(34).allSatisfy(row -> {
            CieLab one = new CieLab(row.number(1), row.number(2), row.number(3));
            CieLab other = new CieLab(row.number(4), row.number(5), row.number(6));
            assertThat(ColourDifference.between(one, other)).isCloseTo(row.number(0), EXACT);
            assertThat(ColourDifference.between(other, one)).isCloseTo(row.number(0), EXACT);
        });
    }

    @Test
    void spaces_differences_and_contrasts_are_those_of_color_js() {
        SoftAssertions.assertSoftly(softly -> Vectors.of("colorjs.txt").forEach(row -> {
            Srgb colour = row.colour(0);
            Srgb other = row.colour(1);
            Oklab ok = Oklab.of(colour);
            Oklch polar = Oklch.of(colour);
            CieLab lab = CieLab.of(colour);
            softly.assertThat(ok.lightness()).isCloseTo(row.number(2), EXACT);
            softly.assertThat(ok.a()).isCloseTo(row.number(3), EXACT);
            softly.assertThat(ok.b()).isCloseTo(row.number(4), EXACT);
            softly.assertThat(polar.chroma()).isCloseTo(row.number(5), EXACT);
            softly.assertThat(Math.abs(Oklch.arc(polar.hue(), row.number(6))) * polar.chroma())
                    .isLessThan(1e-3);
            softly.assertThat(lab.lightness()).isCloseTo(row.number(7), EXACT);
            softly.assertThat(lab.a()).isCloseTo(row.number(8), EXACT);
            softly.assertThat(lab.b()).isCloseTo(row.number(9), EXACT);
            softly.assertThat(ColourDifference.between(colour, other)).isCloseTo(row.number(10), EXACT);
            softly.assertThat(ok.difference(Oklab.of(other))).isCloseTo(row.number(11), EXACT);
            softly.assertThat(Contrast.ratio(colour, other)).isCloseTo(row.number(12), EXACT);
            softly.assertThat(Contrast.apca(colour, other)).isCloseTo(row.number(13), EXACT);
        }));
    }

    /** From the reference table of APCA-W3 0.0.98G-4g. */
    @Test
    void apca_has_its_published_values() {
        assertThat(apca("#888888", "#ffffff")).isCloseTo(63.056469930209424, EXACT);
        assertThat(apca("#ffffff", "#888888")).isCloseTo(-68.54146436644962, EXACT);
        assertThat(apca("#000000", "#aaaaaa")).isCloseTo(58.146262578561334, EXACT);
        assertThat(apca("#aaaaaa", "#000000")).isCloseTo(-56.24113336839742, EXACT);
        assertThat(apca("#112233", "#ddeeff")).isCloseTo(91.66830811481631, EXACT);
        assertThat(apca("#112233", "#444444")).isCloseTo(8.32326136957393, EXACT);
    }

    private static double apca(String text, String background) {
        return Contrast.apca(Srgb.of(text), Srgb.of(background));
    }
}
