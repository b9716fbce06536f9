package ai.nominate.tenantmgr.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events are kept. */
@ConfigMapping(prefix = "tenantmgr.events")
interface EventProperties {
    /** Who was away for longer than this reads everything anew. */
    @WithDefault("48H")
    Duration kept();
}
