package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The topic {@code services}: a service ended or was started again by itself. What people start and stop moves the tenant. */
@ApplicationScoped
class ServiceEvents {
    private static final EventTopic TOPIC = new EventTopic("services", Role.VIEWER);

    private final EventLog events;

    ServiceEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> changed(UUID tenant, UnitStatus status) {
        return events.append(
                TOPIC,
                tenant,
                "service.changed",
                Map.of(
                        "service", status.id().service().id(),
                        "slot", status.id().slot().id(),
                        "state", status.state().name().toLowerCase(Locale.ROOT),
                        "restarts", status.restarts()));
    }
}
