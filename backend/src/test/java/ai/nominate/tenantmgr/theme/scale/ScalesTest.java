package ai.nominate.tenantmgr.theme.scale;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.theme.Brands;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Contrast;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalesTest {
    static Stream<Family> families() {
        return Tailwind.families().stream();
    }

    @ParameterizedTest
    @MethodSource("families")
    void a_colour_of_tailwind_gets_its_own_family(Family family) {
        for (Stop stop : Stop.values()) {
            Srgb colour = family.colours().get(stop.ordinal());
            Scale scale = Scales.of(colour);

            assertThat(scale.at(scale.anchor())).isEqualTo(colour);
            if (families().filter(each -> each.colours().contains(colour)).count() == 1) {
                assertThat(scale.list()).isEqualTo(family.colours());
                assertThat(scale.anchor()).isEqualTo(stop);
            }
        }
    }

    /** The method itself, without looking the colour up. */
    @ParameterizedTest
    @CsvSource({"S500", "S600"})
    void the_curve_between_families_goes_through_each_of_them(Stop stop) {
        for (Family family : Tailwind.chromatic()) {
            if (family.name().equals("yellow")) {
                continue; // its 600 and 800 have less contrast with white than a scale promises
            }
            Srgb colour = family.colours().get(stop.ordinal());

            assertThat(new Scales(Tailwind.chromatic()).around(colour, stop).list())
                    .as(family.name())
                    .isEqualTo(family.colours());
        }
    }

    @ParameterizedTest
    @CsvSource({"S400,2.7,7.2", "S500,2.6,7.0", "S600,2.8,8.3", "S700,2.9,8.8"})
    void a_family_that_is_left_out_is_guessed_from_one_colour(Stop stop, double mean, double p95) {
        double[] errors = Tailwind.chromatic().stream()
                .flatMap(family -> errors(family, stop))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();

        assertThat(DoubleStream.of(errors).average().orElseThrow()).isLessThanOrEqualTo(mean);
        assertThat(errors[(int) (errors.length * 0.95)]).isLessThanOrEqualTo(p95);
    }

    private static Stream<Double> errors(Family family, Stop anchor) {
        List<Family> others =
                Tailwind.chromatic().stream().filter(each -> each != family).toList();
        Scale guess = new Scales(others).around(family.colours().get(anchor.ordinal()), anchor);
        return Stream.of(Stop.values())
                .filter(stop -> stop != anchor)
                .map(stop -> ColourDifference.between(
                        guess.at(stop), family.colours().get(stop.ordinal())));
    }

    @Test
    void a_family_that_is_left_out_is_anchored_at_most_one_stop_away() {
        for (Family family : Tailwind.chromatic()) {
            List<Family> others =
                    Tailwind.chromatic().stream().filter(each -> each != family).toList();
            for (Stop stop : Stop.values()) {
                Stop anchor = new Scales(others).anchor(family.colours().get(stop.ordinal()));

                assertThat(Math.abs(anchor.ordinal() - stop.ordinal()))
                        .as(family.name() + stop)
                        .isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void every_scale_holds_its_colour_its_order_and_its_floors() {
        Stream<Srgb> brands =
                Brands.real().filter(colour -> Math.floorMod(colour.hashCode(), Repetitions.of(7, 1)) == 0);

        assertThat(Stream.of(brands, Brands.random(Repetitions.of(1000, 10_000)), Brands.extremes())
                        .flatMap(each -> each)
                        .filter(colour -> Tailwind.scaleWith(colour).isEmpty())
                        .filter(colour -> !isSound(colour, Scales.of(colour))))
                .isEmpty();
    }

    private static boolean isSound(Srgb colour, Scale scale) {
        double before = 2;
        for (Stop stop : Stop.values()) {
            double lightness = Oklch.of(scale.at(stop)).lightness();
            if (lightness >= before || Contrast.ratio(scale.at(stop), Srgb.WHITE) < stop.floor()) {
                return false;
            }
            before = lightness;
        }
        return scale.at(scale.anchor()).equals(colour);
    }

    @Test
    void greys_bear_the_hue_of_the_brand_and_stay_greys() {
        Scale scale = Scales.tinted(Srgb.of("#7c3aed"));

        assertThat(scale.list())
                .allSatisfy(colour -> assertThat(Oklch.of(colour).chroma()).isBetween(0.001, 0.024));
        assertThat(Math.abs(Oklch.arc(
                        Oklch.of(scale.at(Stop.S500)).hue(),
                        Oklch.of(Srgb.of("#7c3aed")).hue())))
                .isLessThan(8);
    }
}
