package ai.nominate.tenantmgr.analysis.claude;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits towards the provider. */
@ConfigMapping(prefix = "tenantmgr.ai")
interface AiProperties {
    /** The whole question, with its second request and the pause before it. */
    @WithDefault("45S")
    Duration limit();
}
