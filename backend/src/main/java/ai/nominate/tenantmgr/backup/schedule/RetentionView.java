package ai.nominate.tenantmgr.backup.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which backups are kept: those that any of the rules keeps. */
@Schema(name = "BackupRetention")
public record RetentionView(
        @Schema(description = "The newest ones", required = true, minimum = "0", maximum = "1000")
        int last,

        @Schema(
                description = "The newest of each day, for as many days that have one",
                required = true,
                minimum = "0",
                maximum = "1000")
        int daily,

        @Schema(description = "The newest of each week, from Monday", required = true, minimum = "0", maximum = "1000")
        int weekly,

        @Schema(description = "The newest of each month", required = true, minimum = "0", maximum = "1000")
        int monthly,

        @Schema(description = "The newest of each year", required = true, minimum = "0", maximum = "1000")
        int yearly,

        @Schema(description = "All of the last days", required = true, minimum = "0", maximum = "1000")
        int withinDays) {}
