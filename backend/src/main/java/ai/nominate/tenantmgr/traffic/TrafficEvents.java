package ai.nominate.tenantmgr.traffic;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** The topic {@code traffic}: a server has counted requests. One event a minute for all its tenants. */
@ApplicationScoped
class TrafficEvents {
    private static final EventTopic TOPIC = new EventTopic("traffic", Role.VIEWER);

    private final EventLog events;

    TrafficEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> counted(Instant until) {
        return events.append(TOPIC, null, "traffic.counted", Map.of("until", until.toString()));
    }
}
