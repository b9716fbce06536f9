package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code webhooks}: a tenant's webhook was changed, or something came of a delivery. */
@ApplicationScoped
class WebhookEvents {
    private static final EventTopic TOPIC = new EventTopic("webhooks", Role.VIEWER);

    private final EventLog events;

    WebhookEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> changed(UUID tenant) {
        return events.append(TOPIC, tenant, "webhook.changed", Map.of());
    }

    Uni<Void> delivered(WebhookDelivery row) {
        return events.append(TOPIC, row.tenantId, "webhook.delivered", Map.of("result", row.result));
    }
}
