package ai.nominate.tenantmgr.analysis.evidence;

import java.util.List;

/**
 * The page in one colour scheme.
 *
 * @param background behind the page
 * @param foreground of its ordinary text
 * @param elements that were looked at
 * @param complete whether these were all, or the limit was reached
 */
public record Look(
        Scheme scheme,
        Hex background,
        Hex foreground,
        int elements,
        boolean complete,
        List<Paint> paints,
        List<PixelShare> pixels) {
    public Look {
        paints = paints == null ? List.of() : List.copyOf(paints);
        pixels = pixels == null ? List.of() : List.copyOf(pixels);
    }

    /** What the browser told the page that the reader prefers. */
    public enum Scheme {
        LIGHT,
        DARK
    }
}
