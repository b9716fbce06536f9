package ai.nominate.tenantmgr.config;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The complete new configuration of a tenant. */
@Schema(name = "ConfigChange")
public record ConfigChange(
        @Schema(description = "E-mail address of the tenant's administrator", examples = "admin@example.org")
        String adminEmail,

        @Schema(description = "Administrator's user name; default: admin", examples = "admin")
        String adminUsername,

        @Schema(description = "Administrator's password; generated and returned once if none is set")
        ConfigValue adminPassword,

        @Schema(description = "Additional environment variables by name")
        Map<String, ConfigValue> env) {}
