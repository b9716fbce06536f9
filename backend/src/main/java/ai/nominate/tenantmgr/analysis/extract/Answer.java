package ai.nominate.tenantmgr.analysis.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answer of the local extractor.
 *
 * @param swatches at most 24, by score
 * @param roles the choice of each role that has one; PRIMARY is missing when it {@link #abstains}
 * @param neutralFamily the nearest of Tailwind's neutral families
 * @param logo choice among the ids of the snapshot's logos; null if none is likely
 * @param headingFont choice whose id is a family; null if unknown
 * @param bodyFont choice whose id is a family; null if unknown
 * @param suggestions three to five, the best first; made from a neutral when it abstains
 * @param notes for people
 */
public record Answer(
        List<Swatch> swatches,
        SortedMap<Role, Choice> roles,
        String neutralFamily,
        Choice logo,
        Choice headingFont,
        Choice bodyFont,
        Radius radius,
        List<Suggestion> suggestions,
        List<String> notes) {
    public Answer {
        swatches = List.copyOf(swatches);
        roles = new TreeMap<>(Map.copyOf(roles));
        suggestions = List.copyOf(suggestions);
        notes = List.copyOf(notes);
    }

    /** Whether the page has no colour that can be defended as its brand. */
    public boolean abstains() {
        return !roles.containsKey(Role.PRIMARY);
    }

    /** The choice of a role. */
    public Optional<Choice> role(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** @throws IllegalArgumentException if there is no such swatch */
    public Swatch swatch(String id) {
        return swatches.stream()
                .filter(swatch -> swatch.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no swatch " + id));
    }
}
