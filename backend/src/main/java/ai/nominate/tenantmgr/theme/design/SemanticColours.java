package ai.nominate.tenantmgr.theme.design;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import ai.nominate.tenantmgr.theme.scale.Scale;
import ai.nominate.tenantmgr.theme.scale.Scales;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of success, warning, danger and info: turned a little towards the brand's hue, but apart from each other
 * also for those who are blind for red and green, and danger apart from the brand. Of the sets that are, the one nearest
 * to the usual colours.
 */
public final class SemanticColours {
    /** ΔE2000 between any two of them, with every vision. */
    public static final double APART = 12;
    /** ΔE2000 between danger and the brand: a button that deletes is not taken for the main one. */
    public static final double FROM_BRAND = 15;

    private final Map<Semantic, Srgb> solids;
    private final Map<Semantic, Scale> scales = new EnumMap<>(Semantic.class);

    private SemanticColours(Map<Semantic, Srgb> solids) {
        this.solids = solids;
        solids.forEach((semantic, solid) -> scales.put(semantic, Scales.of(solid)));
    }

    static SemanticColours beside(Srgb brand) {
        return new SemanticColours(new SemanticSearch(brand).cheapest());
    }

    Srgb solid(Semantic semantic) {
        return solids.get(semantic);
    }

    Scale scale(Semantic semantic) {
        return scales.get(semantic);
    }
}
