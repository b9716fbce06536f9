package ai.nominate.tenantmgr.backup.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a retention does with one backup. */
@Schema(name = "BackupKept")
public record KeptView(
        @Schema(description = "The backup", required = true)
        UUID backupId,

        @Schema(description = "When it was requested", required = true)
        Instant createdAt,

        @Schema(description = "Whether it is kept", required = true)
        boolean kept,

        @Schema(description = "Why it is kept, for people; empty if it is not", required = true)
        List<String> reasons) {}
