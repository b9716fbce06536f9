package ai.nominate.tenantmgr.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule: which channels get messages about which alerts. */
@Schema(name = "AlertRule")
record RuleView(
        @Schema(description = "Rule id", required = true) UUID id,

        @Schema(description = "Name", required = true) String name,

        @Schema(description = "Whether it tells anybody", required = true)
        boolean enabled,

        @Schema(description = "Kinds of alerts; empty for all", required = true)
        List<String> kinds,

        @Schema(
                description = "The least severity",
                required = true,
                enumeration = {"warning", "critical"})
        String severity,

        @Schema(description = "Only tenants with one of these labels; empty for all", required = true)
        List<String> labels,

        @Schema(description = "Only this tenant; null for all")
        UUID tenantId,

        @Schema(description = "Its slug; null for all") String tenantSlug,

        @Schema(description = "Ids of the channels that are told; empty when all were removed", required = true)
        List<String> channels,

        @Schema(description = "An alert that is over within so many seconds is not told", required = true)
        int delaySeconds,

        @Schema(description = "Hours in which messages wait; null for none")
        QuietChange quietHours,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "User name of its creator", required = true)
        String createdBy) {

    /** @param slug of its tenant; null for all */
    static RuleView of(RuleRow row, String slug) {
        return new RuleView(
                row.id,
                row.name,
                row.enabled,
                List.of(row.kinds),
                row.leastSeverity,
                List.of(row.labels),
                row.tenantId,
                slug,
                List.of(row.channels),
                row.delaySeconds,
                row.quietFrom == null
                        ? null
                        : new QuietChange(row.quietFrom, row.quietTo, row.quietZone, row.quietCritical),
                row.createdAt,
                row.createdBy);
    }
}
