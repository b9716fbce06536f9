package ai.nominate.tenantmgr.log;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the manager's log. A page with few or no entries is not the last one: how many are looked at is bounded. */
@Schema(name = "LogEntryPage")
record LogEntryPage(
        @Schema(description = "The entries, oldest first", required = true)
        List<LogEntry> items,

        @Schema(description = "Pass it as beforeSeq to get older entries; null when there are none")
        Long olderSeq,

        @Schema(description = "Pass it as afterSeq to get newer entries, also those that come later", required = true)
        long newerSeq) {}
