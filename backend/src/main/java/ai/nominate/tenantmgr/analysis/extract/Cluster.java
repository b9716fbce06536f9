package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import ai.nominate.tenantmgr.theme.colour.CieLab;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;
import java.util.Map;

/**
 * Measured colours that nobody can tell apart.
 *
 * @param members the representative first
 * @param places where they are painted, by kind
 * @param declared sources: {@code theme-color}, {@code --brand}; sorted
 * @param inLogo whether the chosen logo has it
 */
record Cluster(
        List<Hex> members, Map<Kind, Place> places, List<String> declared, boolean inLogo, Oklch colour, CieLab lab) {
    /** Below this chroma a colour is a grey to most people. */
    private static final double GREY = 0.03;

    static Oklch oklch(Hex hex) {
        return Oklch.of(Srgb.of(hex.rgb()));
    }

    static CieLab lab(Hex hex) {
        return CieLab.of(Srgb.of(hex.rgb()));
    }

    Hex hex() {
        return members.getFirst();
    }

    boolean isGrey() {
        return colour.chroma() < GREY;
    }

    boolean isPainted() {
        return !places.isEmpty();
    }

    /** Whether most of the elements that have it are messages or states. */
    boolean isMostlyMessages() {
        int all = places.values().stream().mapToInt(Place::all).sum();
        return 2 * places.values().stream().mapToInt(Place::count).sum() < all;
    }

    /** ΔE2000. */
    double difference(Cluster other) {
        return ColourDifference.between(lab, other.lab);
    }

    Place place(Kind kind) {
        return places.getOrDefault(kind, Place.NONE);
    }
}
