package ai.nominate.tenantmgr.analysis.extract;

import java.util.List;

/**
 * One choice with its grounds.
 *
 * @param id of a swatch, a logo, a font
 * @param confidence calibrated: of choices with 0.8, about 80 in 100 are right
 * @param evidence ids of uses ({@code c0.button}) and declared sources ({@code theme-color}) that speak for it
 * @param reason a sentence for people, made of the evidence and of no text of the page but names of custom properties
 */
public record Choice(String id, double confidence, List<String> evidence, String reason) {
    public Choice {
        evidence = List.copyOf(evidence);
    }
}
