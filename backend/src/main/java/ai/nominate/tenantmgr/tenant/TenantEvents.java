package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.Slot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The topic {@code tenants}: which tenants there are, and in which state. Each call is made in the transaction of the change. */
@ApplicationScoped
class TenantEvents {
    private static final EventTopic TOPIC = new EventTopic("tenants", Role.VIEWER);

    private final EventLog events;

    TenantEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> created(TenantSnapshot tenant) {
        return append(tenant.id(), "tenant.created", names(tenant));
    }

    Uni<Void> changed(TenantSnapshot tenant) {
        return append(tenant.id(), "tenant.changed", names(tenant));
    }

    Uni<Void> moved(UUID id, TenantStatus from, TenantStatus to) {
        return append(id, "tenant.moved", Map.of("from", from.id(), "status", to.id()));
    }

    /** @param slot the one that visitors see */
    Uni<Void> live(UUID id, Slot slot) {
        return append(id, "tenant.live", Map.of("live", slot.id()));
    }

    Uni<Void> offline(UUID id) {
        return append(id, "tenant.offline", Map.of());
    }

    Uni<Void> health(UUID id, String health) {
        return append(id, "tenant.health", Map.of("health", health));
    }

    Uni<Void> removed(UUID id) {
        return append(id, "tenant.removed", Map.of());
    }

    private static Map<String, ?> names(TenantSnapshot tenant) {
        return Map.of(
                "slug",
                tenant.slug().value(),
                "name",
                tenant.name(),
                "domain",
                tenant.domain().value(),
                "status",
                tenant.status().id());
    }

    private Uni<Void> append(UUID tenant, String type, Map<String, ?> payload) {
        return events.append(TOPIC, tenant, type, payload);
    }
}
