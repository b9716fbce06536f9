package ai.nominate.tenantmgr.deployment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As much of a tenant's newest deployment as a list shows. */
@Schema(name = "LastDeployment")
public record LastDeployment(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "Where it stands", required = true)
        String status,

        @Schema(description = "When it ended") Instant finishedAt) {}
