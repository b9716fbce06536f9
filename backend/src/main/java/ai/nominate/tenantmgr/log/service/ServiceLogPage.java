package ai.nominate.tenantmgr.log.service;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what a tenant's services printed. */
@Schema(name = "ServiceLogPage")
record ServiceLogPage(
        @Schema(
                description =
                        "Lines, oldest first; of several services one after the other, because what they print has no time",
                required = true)
        List<ServiceLine> items,

        @Schema(description = "Pass it as afterCursor to get the lines that follow", required = true)
        String cursor,

        @Schema(
                description =
                        "Whether lines before these were removed, because the log had grown too large or began anew",
                required = true)
        boolean cut) {}
