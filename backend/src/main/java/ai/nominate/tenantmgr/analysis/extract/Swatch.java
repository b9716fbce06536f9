package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Box;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import java.util.List;

/**
 * A colour that people would call one, with all places where it is painted. Its value was measured on the page; it is never a
 * mean of others.
 *
 * @param id {@code c0} to {@code c23}, by score
 * @param name for people: {@code vivid blue}
 * @param lightness of OKLCH, 0 to 1
 * @param chroma of OKLCH
 * @param hue of OKLCH in degrees
 * @param members all measured colours in it, this one first
 * @param uses where it is painted, the largest first
 * @param declared in what the page declares itself: {@code theme-color}, {@code --brand}
 * @param inLogo whether the chosen logo has it
 * @param score for being the primary colour, at least 0
 * @param primaryProbability calibrated, 0 to 1; of all swatches together at most 1
 */
public record Swatch(
        String id,
        Hex hex,
        String name,
        double lightness,
        double chroma,
        double hue,
        List<Hex> members,
        List<Use> uses,
        List<String> declared,
        boolean inLogo,
        double score,
        double primaryProbability) {
    public Swatch {
        members = List.copyOf(members);
        uses = List.copyOf(uses);
        declared = List.copyOf(declared);
    }

    /**
     * One kind of place.
     *
     * @param id names it in reasons: {@code c0.button}
     * @param share of the first screen's area; text counts by its ink, a long page can have more than 1
     */
    public record Use(
            String id, Kind kind, int count, double share, List<Box> boxes, String selector, List<String> properties) {
        public Use {
            boxes = List.copyOf(boxes);
            properties = List.copyOf(properties);
        }
    }
}
