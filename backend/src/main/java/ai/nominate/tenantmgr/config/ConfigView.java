package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.HasETag;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's configuration as it stands. Secrets are told to be set, never told. */
public record ConfigView(
        @Schema(description = "Counts up with each change", required = true)
        int version,

        @Schema(description = "The tenant's administrator") String adminEmail,

        @Schema(description = "The administrator's user name", required = true)
        String adminUsername,

        @Schema(
                description = "The administrator's password; its value is shown only in the answer that made it",
                required = true)
        ConfigValue adminPassword,

        @Schema(description = "Further environment variables by name", required = true)
        Map<String, ConfigValue> env,

        @Schema(description = "Whether the running services were started with an older configuration", required = true)
        boolean restartRequired)
        implements HasETag {
    @Override
    public String tag() {
        return ETags.tag(version);
    }
}
