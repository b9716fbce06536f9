package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.deployment.LastDeployment;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant as a list shows it. */
@Schema(name = "TenantItem")
record TenantItem(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "Its short name", required = true)
        String slug,

        @Schema(description = "Its name", required = true) String name,

        @Schema(description = "The host name that visitors use", required = true)
        String domain,

        @Schema(
                description = "Where it stands",
                required = true,
                enumeration = {"draft", "deploying", "active", "stopped", "failed", "deleting"})
        String status,

        @Schema(
                description = "What the checks say",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Its ports", required = true) PortsView ports,

        @Schema(description = "Where to look at it", required = true)
        URI url,

        @Schema(description = "Its newest deployment") LastDeployment lastDeployment,

        @Schema(description = "When it was made", required = true)
        Instant createdAt) {}
