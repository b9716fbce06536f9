package ai.nominate.tenantmgr.config;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One version of a tenant's configuration. */
@Schema(name = "ConfigVersion")
record ConfigVersion(
        @Schema(description = "Version number, from 1", required = true)
        int version,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "Actor of the change", required = true)
        String createdBy,

        @Schema(description = "Whether the live services were started with it", required = true)
        boolean running) {

    /** @param running the version of the live services; null if nothing is live */
    static ConfigVersion of(TenantConfig config, Integer running) {
        return new ConfigVersion(
                config.version,
                config.createdAt,
                config.createdBy,
                Integer.valueOf(config.version).equals(running));
    }
}
