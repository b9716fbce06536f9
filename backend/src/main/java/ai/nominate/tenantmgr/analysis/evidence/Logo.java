package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A picture that may be the logo of the page's owner.
 *
 * @param id {@code l0}, {@code l1}… in the order of the page
 * @param source where it was found
 * @param address of the picture; empty for one that is drawn in the page
 * @param file with the picture as PNG or SVG, in the directory of the capture; empty if it could not be taken
 * @param alt its text
 * @param box on the screenshot; null for one that is only declared
 * @param colours painted in it, the most frequent first, without background
 * @param signs what speaks for and against it, such as {@code header}, {@code home-link}, {@code class-logo}, {@code wall}
 * @param onDark whether it lies on a dark surface, so that it may not be seen on a light one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Logo(
        String id,
        Source source,
        String address,
        String file,
        String alt,
        Box box,
        List<Hex> colours,
        List<String> signs,
        boolean onDark) {
    public Logo {
        address = address == null ? "" : address;
        file = file == null ? "" : file;
        alt = alt == null ? "" : alt;
        colours = colours == null ? List.of() : List.copyOf(colours);
        signs = signs == null ? List.of() : List.copyOf(signs);
    }

    /** How the page has it. */
    public enum Source {
        IMAGE,
        SVG,
        BACKGROUND,
        /** Named in the head of the page or in its manifest, and painted nowhere. */
        ICON,
        DECLARED
    }
}
