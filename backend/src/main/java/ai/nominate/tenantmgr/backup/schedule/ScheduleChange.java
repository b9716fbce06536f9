package ai.nominate.tenantmgr.backup.schedule;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A requested schedule. What is missing becomes the default. */
@Schema(name = "BackupScheduleChange")
public record ScheduleChange(
        @Schema(description = "Whether backups are taken by themselves; default true")
        Boolean enabled,

        @Schema(description = "Time of day in the zone; default 02:30", example = "02:30", pattern = "[0-2][0-9]:[0-5][0-9]")
        String at,

        @Schema(description = "Days of the week, from 1 for Monday to 7; null for each day", maxItems = 7)
        List<Integer> days,

        @Schema(description = "Time zone of the IANA database; default that of the tenant, else that of the server")
        String zone,

        @Schema(description = "Which backups are kept; default 3 last, 7 daily, 5 weekly, 12 monthly, 2 yearly, 7 days")
        RetentionView retention) {}
