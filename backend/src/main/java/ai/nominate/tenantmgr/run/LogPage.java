package ai.nominate.tenantmgr.run;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a run's log. */
@Schema(name = "LogPage")
public record LogPage(
        @Schema(description = "The lines, in order", required = true)
        List<LogLine> items,

        @Schema(description = "The number of the last line; pass it as afterSeq to read on", required = true)
        long lastSeq) {}
