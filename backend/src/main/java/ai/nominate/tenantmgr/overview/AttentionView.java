package ai.nominate.tenantmgr.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tenants that need attention, most urgent first. */
@Schema(name = "Attention")
record AttentionView(
        @Schema(description = "At most 12 of them", required = true)
        List<Item> items,

        @Schema(description = "Number of all reasons; a tenant can have several", required = true)
        long total) {

    @Schema(name = "AttentionItem")
    record Item(
            @Schema(description = "Tenant id", required = true)
            UUID tenantId,

            @Schema(description = "Slug", required = true) String slug,

            @Schema(description = "Display name", required = true)
            String name,

            @Schema(
                    description = "Why: it failed, its health is bad, or its certificate ends within 21 days",
                    required = true,
                    enumeration = {"failed", "unhealthy", "degraded", "certificate"})
            String reason,

            @Schema(description = "The reason in words", required = true)
            String detail,

            @Schema(description = "When it failed, or when the worst incident began; for a certificate, when it ends")
            Instant at,

            @Schema(description = "The deployment that failed; null for other reasons")
            UUID deploymentId) {}
}
