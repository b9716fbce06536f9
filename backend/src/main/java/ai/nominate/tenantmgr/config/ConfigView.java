package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.HasETag;


import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's configuration. Secret values are masked. */
public record ConfigView(
        @Schema(description = "Version number; increases with each change", required = true)
        int version,

        @Schema(description = "E-mail address of the tenant's administrator")
        String adminEmail,

        @Schema(description = "Administrator's user name", required = true)
        String adminUsername,

        @Schema(
                description = "Administrator's password; its value is returned only in the answer that generated it",
                required = true)
        ConfigValue adminPassword,

        @Schema(description = "Additional environment variables by name", required = true)
        Map<String, ConfigValue> env,

        @Schema(description = "Whether the running services still use an older version", required = true)
        boolean restartRequired)
        implements HasETag {
    @Override
    public String tag() {
        return ETags.tag(version);
    }
}
