package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code alerts}: an alert, a rule, a channel or a message has changed. */
@ApplicationScoped
class AlertEvents {
    private static final EventTopic TOPIC = new EventTopic("alerts", Role.VIEWER);

    private final EventLog events;

    AlertEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    /** @param what {@code opened}, {@code changed} or {@code ended} */
    Uni<Void> alert(String what, UUID alert, UUID tenant) {
        return events.append(TOPIC, tenant, "alert." + what, Map.of("alertId", alert.toString()));
    }

    Uni<Void> setUp() {
        return events.append(TOPIC, null, "alert.set-up", Map.of());
    }

    Uni<Void> delivered(UUID channel) {
        return events.append(TOPIC, null, "alert.delivered", Map.of("channelId", channel.toString()));
    }
}
