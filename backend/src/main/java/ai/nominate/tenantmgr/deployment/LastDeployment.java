package ai.nominate.tenantmgr.deployment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Summary of a tenant's latest deployment, for lists. */
@Schema(name = "LastDeployment")
public record LastDeployment(
        @Schema(description = "Deployment id", required = true)
        UUID id,

        @Schema(description = "Status", required = true) String status,

        @Schema(description = "End time") Instant finishedAt) {}
