package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.Severity;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to make a rule or to change it. */
@Schema(name = "AlertRuleChange")
record RuleChange(
        @Schema(description = "Name, 1 to 60 characters, unique", required = true, examples = "Everything critical")
        String name,

        @Schema(description = "Whether it tells anybody; default: true", examples = "true")
        Boolean enabled,

        @Schema(description = "Kinds of alerts; empty or absent: all", examples = "[\"health\"]")
        List<String> kinds,

        @Schema(
                description = "The least severity; default: warning",
                enumeration = {"warning", "critical"})
        String severity,

        @Schema(
                description = "Only tenants with at least one of these labels; empty or absent: all",
                examples = "[\"production\"]")
        List<String> labels,

        @Schema(
                description = "Only this tenant, by id or slug; absent: all. Not together with labels",
                examples = "demo")
        String tenant,

        @Schema(description = "Ids of the channels that are told, 1 to 20", required = true)
        List<String> channels,

        @Schema(
                description = "An alert that is over within so many seconds is not told; 0 to 3600, default: 60",
                examples = "60")
        Integer delaySeconds,

        @Schema(description = "Hours in which messages wait; absent: none")
        QuietChange quietHours) {
    private static final int MOST = 20;
    private static final int LONGEST_DELAY = 3600;
    private static final int DELAY = 60;

    /**
     * @param known the kinds that there are
     * @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field
     */
    void check(Set<String> known) {
        Fields fields = new Fields();
        fields.required("name", name, text -> DisplayText.line(text, 60));
        fields.optional("kinds", kinds, each -> kinds(each, known));
        fields.optional("severity", severity, Severity::of);
        fields.optional("labels", labels, RuleChange::labels);
        fields.required("channels", channels, RuleChange::channels);
        fields.optional("delaySeconds", delaySeconds, RuleChange::delay);
        if (tenant != null && !labelTexts().isEmpty()) {
            fields.add("labels", "choose labels or a tenant, not both");
        }
        if (quietHours != null) {
            quietHours.check(fields);
        }
        fields.throwIfInvalid();
    }

    /** Everything but its tenant and whether the channels exist. */
    void into(RuleRow row) {
        row.name = DisplayText.line(name, 60);
        row.enabled = enabled == null || enabled;
        row.kinds = kinds == null ? new String[0] : kinds.stream().distinct().toArray(String[]::new);
        row.leastSeverity = severity == null ? Severity.WARNING.id() : severity;
        row.labels = labelTexts().stream().distinct().toArray(String[]::new);
        row.channels = channels.stream().distinct().toArray(String[]::new);
        row.delaySeconds = delaySeconds == null ? DELAY : delaySeconds;
        row.quietFrom = quietHours == null ? null : quietHours.from();
        row.quietTo = quietHours == null ? null : quietHours.to();
        row.quietZone = quietHours == null ? null : quietHours.zone();
        row.quietCritical = quietHours != null && Boolean.TRUE.equals(quietHours.holdCritical());
    }

    private List<String> labelTexts() {
        return labels == null ? List.of() : labels;
    }

    private static List<String> kinds(List<String> kinds, Set<String> known) {
        if (!known.containsAll(kinds)) {
            throw new InvalidValue("must be some of " + String.join(", ", known));
        }
        return kinds;
    }

    private static List<String> labels(List<String> labels) {
        boolean isValid = labels.size() <= MOST
                && labels.stream()
                        .allMatch(label -> label != null && label.length() <= 60 && DisplayText.isLine(label));
        if (!isValid) {
            throw new InvalidValue("must be at most " + MOST + " labels");
        }
        return labels;
    }

    private static List<String> channels(List<String> channels) {
        if (channels.isEmpty()
                || channels.size() > MOST
                || !channels.stream().allMatch(id -> id != null && Sql.isId(id))) {
            throw new InvalidValue("must be 1 to " + MOST + " ids of channels");
        }
        return channels;
    }

    private static int delay(int seconds) {
        if (seconds < 0 || seconds > LONGEST_DELAY) {
            throw new InvalidValue("must be from 0 to " + LONGEST_DELAY);
        }
        return seconds;
    }
}
