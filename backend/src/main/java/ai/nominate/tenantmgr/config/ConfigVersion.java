package ai.nominate.tenantmgr.config;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version that a tenant's configuration had. */
@Schema(name = "ConfigVersion")
record ConfigVersion(
        @Schema(description = "Its number, from 1", required = true)
        int version,

        @Schema(description = "When it was made", required = true)
        Instant createdAt,

        @Schema(description = "Who made it", required = true)
        String createdBy) {

    static ConfigVersion of(TenantConfig config) {
        return new ConfigVersion(config.version, config.createdAt, config.createdBy);
    }
}
