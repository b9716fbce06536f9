package ai.nominate.tenantmgr.config;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's whole configuration, as it is to be. */
@Schema(name = "ConfigChange")
public record ConfigChange(
        @Schema(description = "The tenant's administrator, for the core application", examples = "admin@example.org")
        String adminEmail,

        @Schema(description = "The administrator's user name; admin when absent", examples = "admin")
        String adminUsername,

        @Schema(description = "The administrator's password; made and shown once when there is none")
        ConfigValue adminPassword,

        @Schema(description = "Further environment variables by name")
        Map<String, ConfigValue> env) {}
