package ai.nominate.tenantmgr.analysis.claude;

import ai.nominate.tenantmgr.analysis.extract.Choice;
import ai.nominate.tenantmgr.analysis.extract.Radius;
import ai.nominate.tenantmgr.analysis.extract.Role;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the model chose, checked: every id is one of the question, every text is short, of one line, and names no colour that was not
 * measured.
 *
 * @param roles the chosen swatch of each role; one that the model left empty is missing
 * @param primaryConfidence 0 to 1, also if it chose none
 * @param logo id of a logo; null if it chose none
 * @param headingFont a family; null if it chose none
 * @param bodyFont a family; null if it chose none
 * @param mood one word: {@code calm}, {@code playful}…
 * @param ideas at most three themes
 */
public record BrandChoice(
        SortedMap<Role, Choice> roles,
        double primaryConfidence,
        String logo,
        String headingFont,
        String bodyFont,
        Radius radius,
        String mood,
        List<Idea> ideas,
        List<String> warnings) {
    public BrandChoice {
        roles = new TreeMap<>(Map.copyOf(roles));
        ideas = List.copyOf(ideas);
        warnings = List.copyOf(warnings);
    }

    /**
     * A theme.
     *
     * @param primary id of a swatch
     * @param secondary id of a swatch; empty for none
     * @param accent id of a swatch; empty for none
     * @param neutralFamily one of Tailwind's
     */
    public record Idea(
            String title, String primary, String secondary, String accent, String neutralFamily, String rationale) {}
}
