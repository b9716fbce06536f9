package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** The topic {@code metrics}: a machine has a new sample, which {@code GET /api/overview/metrics} tells. */
@ApplicationScoped
class MetricEvents {
    private static final EventTopic TOPIC = new EventTopic("metrics", Role.VIEWER);

    private final EventLog events;

    MetricEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> sampled(Instant minute) {
        return events.append(TOPIC, null, "metrics.sampled", Map.of("minute", minute.toString()));
    }
}
