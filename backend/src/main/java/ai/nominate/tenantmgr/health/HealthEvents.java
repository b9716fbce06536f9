package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code health}: a check of a tenant has another health. Written in the transaction of the change. */
@ApplicationScoped
class HealthEvents {
    private static final EventTopic TOPIC = new EventTopic("health", Role.VIEWER);

    private final EventLog events;

    HealthEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> changed(CheckChange change) {
        return events.append(
                TOPIC,
                change.check().tenant(),
                "health.changed",
                Map.of(
                        "kind",
                        change.check().kind().id(),
                        "from",
                        change.from().id(),
                        "health",
                        change.now().health().id(),
                        "flapping",
                        change.now().isFlapping(),
                        "detail",
                        change.cause()));
    }

    /** Its checks began anew, or ended. */
    Uni<Void> reset(UUID tenant) {
        return events.append(TOPIC, tenant, "health.reset", Map.of());
    }
}
