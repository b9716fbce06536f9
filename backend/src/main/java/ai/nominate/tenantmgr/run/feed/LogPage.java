package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.run.engine.LogLine;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a run's log. */
@Schema(name = "LogPage")
public record LogPage(
        @Schema(description = "Lines in order", required = true)
        List<LogLine> items,

        @Schema(description = "Number of the last line; pass it as afterSeq to get the next page", required = true)
        long lastSeq) {}
