package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The topic {@code themes}: a tenant has a new version of its theme. */
@ApplicationScoped
class ThemeEvents {
    static final EventTopic TOPIC = new EventTopic("themes", Role.VIEWER);

    private final EventLog events;

    ThemeEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> written(ThemeRow row) {
        return events.append(TOPIC, row.tenantId, "theme.written", Map.of("version", row.version));
    }
}
