package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code audit}: the audit has one more line. What was changed is read from the audit itself. */
@ApplicationScoped
class AuditEvents {
    static final EventTopic TOPIC = new EventTopic("audit", Role.VIEWER);

    private final EventLog events;

    AuditEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> recorded(UUID tenant, String action) {
        return events.append(TOPIC, tenant, "audit.recorded", Map.of("action", action));
    }
}
