package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What users note about a tenant.
 *
 * @param timeZone by which its scheduled commands run; empty for the server's
 * @param labels at most {@value #MOST_LABELS}, each once
 * @param text free text of several lines, at most {@value #LONGEST_TEXT} UTF-16 units
 */
public record TenantNotes(Optional<TenantTimeZone> timeZone, List<TenantLabel> labels, Optional<String> text) {
    public static final int MOST_LABELS = 20;
    public static final int LONGEST_TEXT = 4000;
    public static final TenantNotes NONE = new TenantNotes(Optional.empty(), List.of(), Optional.empty());

    public TenantNotes {
        labels = List.copyOf(labels);
    }

    /** Reads the fields {@code timeZone}, {@code labels} and {@code notes} of a request; all may be null. */
    public static TenantNotes of(Fields fields, String timeZone, List<String> labels, String notes) {
        TenantTimeZone zone = fields.optional("timeZone", textOrNull(timeZone), TenantTimeZone::new);
        List<TenantLabel> checked = labels(fields, labels == null ? List.of() : labels);
        String text = fields.optional("notes", textOrNull(notes), NoteText::of);
        return new TenantNotes(Optional.ofNullable(zone), checked, Optional.ofNullable(text));
    }

    /** A zone that this Java no longer knows counts as none: the tenant must stay readable. */
    static TenantNotes stored(String timeZone, String[] labels, String notes) {
        return new TenantNotes(
                Optional.ofNullable(timeZone).filter(TenantTimeZone::exists).map(TenantTimeZone::new),
                List.of(labels).stream().map(TenantLabel::new).toList(),
                Optional.ofNullable(notes));
    }

    public List<String> labelTexts() {
        return labels.stream().map(TenantLabel::value).toList();
    }

    private static List<TenantLabel> labels(Fields fields, List<String> given) {
        if (given.size() > MOST_LABELS) {
            fields.add("labels", "must be at most " + MOST_LABELS + " labels");
            return List.of();
        }
        List<TenantLabel> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            TenantLabel label = fields.required("labels[" + i + "]", given.get(i), TenantLabel::new);
            if (label != null && !checked.contains(label)) {
                checked.add(label);
            }
        }
        return checked;
    }

    private static String textOrNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
