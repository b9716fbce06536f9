package ai.nominate.tenantmgr.backup.schedule;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When backups of a tenant are taken, and which are kept. */
@Schema(name = "BackupSchedule")
public record ScheduleView(
        @Schema(description = "Whether backups are taken by themselves", required = true)
        boolean enabled,

        @Schema(description = "Time of day in the zone", required = true, example = "02:30")
        String at,

        @Schema(description = "Days of the week, from 1 for Monday to 7; null for each day")
        List<Integer> days,

        @Schema(description = "Time zone of the IANA database", required = true, example = "Europe/Prague")
        String zone,

        @Schema(description = "Which backups are kept", required = true)
        RetentionView retention,

        @Schema(description = "When the next one is due; null while it is off")
        Instant nextRun,

        @Schema(description = "When the last one was due; null before the first")
        Instant lastRun,

        @Schema(description = "What the retention does with each complete backup, newest first", required = true)
        List<KeptView> preview) {}
