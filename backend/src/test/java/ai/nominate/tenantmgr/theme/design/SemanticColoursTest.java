package ai.nominate.tenantmgr.theme.design;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.theme.Brands;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.ColourVision;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SemanticColoursTest {
    @Test
    void messages_are_told_apart_with_every_vision_and_danger_from_the_brand() {
        Stream<Srgb> brands =
                Brands.real().filter(colour -> Math.floorMod(colour.hashCode(), Repetitions.of(5, 1)) == 0);

        assertThat(Stream.concat(brands, Brands.random(Repetitions.of(500, 10_000)))
                        .filter(brand -> !areApart(brand)))
                .isEmpty();
    }

    private static boolean areApart(Srgb brand) {
        SemanticColours colours = SemanticColours.beside(brand);
        boolean fromBrand = ColourDifference.between(colours.solid(Semantic.DANGER), brand) >= 15;
        return fromBrand
                && Stream.of(Semantic.values())
                        .allMatch(one -> Stream.of(Semantic.values())
                                .filter(other -> other != one)
                                .allMatch(other -> apart(colours.solid(one), colours.solid(other)) >= 12));
    }

    private static double apart(Srgb one, Srgb other) {
        return Stream.of(ColourVision.values())
                .mapToDouble(vision -> vision.difference(one, other))
                .min()
                .orElseThrow();
    }

    @Test
    void they_stay_green_amber_red_and_blue_beside_every_brand() {
        assertThat(Brands.random(300)).allSatisfy(brand -> {
            SemanticColours colours = SemanticColours.beside(brand);
            assertThat(hue(colours, Semantic.SUCCESS)).isBetween(120.0, 180.0);
            assertThat(hue(colours, Semantic.WARNING)).isBetween(35.0, 105.0);
            assertThat(Oklch.arc(27, hue(colours, Semantic.DANGER))).isBetween(-40.0, 30.0);
            assertThat(hue(colours, Semantic.INFO)).isBetween(195.0, 275.0);
        });
    }

    private static double hue(SemanticColours colours, Semantic semantic) {
        return Oklch.of(colours.solid(semantic)).hue();
    }
}
