package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/**
 * The topic {@code ports}: who has which block. A tenant that is removed gives its block back without an event of its own;
 * {@code tenant.removed} says it.
 */
@ApplicationScoped
class PortEvents {
    private static final EventTopic TOPIC = new EventTopic("ports", Role.VIEWER);

    private final EventLog events;

    PortEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> leased(PortBlock block, UUID tenant) {
        return events.append(TOPIC, tenant, "port.leased", Map.of("first", block.first()));
    }

    Uni<Void> leased(PortPair pair, UUID tenant) {
        return events.append(TOPIC, tenant, "port.leased", Map.of("first", pair.first()));
    }

    Uni<Void> reserved(int first, String reason) {
        return events.append(TOPIC, null, "port.reserved", Map.of("first", first, "reason", reason));
    }

    Uni<Void> released(int first) {
        return events.append(TOPIC, null, "port.released", Map.of("first", first));
    }
}
