package ai.nominate.tenantmgr.web.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many live streams, SSE and WebSocket together, may be open, and how long one may go unread. */
@ConfigMapping(prefix = "tenantmgr.streams")
interface StreamLimits {
    /** Of one user or API token; from 1. */
    @WithDefault("100")
    int perUser();

    /** Of all together; from 1. Each looks into the database once a second. */
    @WithDefault("1000")
    int inAll();

    /** After how long a reader is cut off who takes nothing of what is waiting; whoever merely has nothing to read is not. */
    @WithDefault("30S")
    Duration unreadFor();
}
