package ai.nominate.tenantmgr.web.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits on live streams, SSE and WebSocket together: how many may be open, and how long one may stall. */
@ConfigMapping(prefix = "tenantmgr.streams")
interface StreamLimits {
    /** Per user or API token; from 1. */
    @WithDefault("100")
    int perUser();

    /** In total; from 1. Each stream queries the database once a second. */
    @WithDefault("1000")
    int inAll();

    /**
     * Time after which a client that reads no pending data is disconnected; idle streams without pending data are not.
     */
    @WithDefault("30S")
    Duration unreadFor();
}
