package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The topic {@code configs}: a tenant has a new version of its configuration. */
@ApplicationScoped
class ConfigEvents {
    private static final EventTopic TOPIC = new EventTopic("configs", Role.VIEWER);

    private final EventLog events;

    ConfigEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> written(TenantConfig config) {
        return events.append(TOPIC, config.tenantId, "config.written", Map.of("version", config.version));
    }
}
