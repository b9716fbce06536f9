package ai.nominate.tenantmgr.settings;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The topic {@code settings}: a setting has another value. Its value is not told, because it may be a secret. */
@ApplicationScoped
class SettingEvents {
    private static final EventTopic TOPIC = new EventTopic("settings", Role.VIEWER);

    private final EventLog events;

    SettingEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> changed(String key) {
        return events.append(TOPIC, null, "setting.changed", Map.of("key", key));
    }
}
