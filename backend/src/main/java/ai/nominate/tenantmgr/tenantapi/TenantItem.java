package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.deployment.LastDeployment;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant in a list. */
@Schema(name = "TenantItem")
record TenantItem(
        @Schema(description = "Tenant id", required = true) UUID id,

        @Schema(description = "Slug", required = true) String slug,

        @Schema(description = "Display name", required = true)
        String name,

        @Schema(description = "Public domain", required = true)
        String domain,

        @Schema(
                description = "Status",
                required = true,
                enumeration = {"draft", "deploying", "active", "stopped", "failed", "deleting"})
        String status,

        @Schema(
                description = "Health",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Ports", required = true) PortsView ports,

        @Schema(description = "Public URL", required = true) URI url,

        @Schema(description = "Labels", required = true) List<String> labels,

        @Schema(description = "The two slots", required = true)
        SlotsView slots,

        @Schema(description = "Latest deployment") LastDeployment lastDeployment,

        @Schema(
                description =
                        "The last results of the check of its site, 21 at most, oldest first: ok, warning, failed or "
                                + "unknown; none if it is not checked",
                required = true)
        List<String> recentChecks,

        @Schema(description = "Whether visitors get the page of a maintenance by hand", required = true)
        boolean inMaintenance,

        @Schema(description = "When a backup was last proven restorable; null if none is")
        Instant provenAt,

        @Schema(
                description =
                        "Requests of visitors in the last minute that was counted; null if there were none lately")
        LastMinute lastMinute,

        @Schema(description = "Creation time", required = true)
        Instant createdAt) {}
