package ai.nominate.tenantmgr.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events are kept. */
@ConfigMapping(prefix = "tenantmgr.events")
interface EventProperties {
    /** A client that was disconnected for longer must load all data again. */
    @WithDefault("48H")
    Duration kept();
}
