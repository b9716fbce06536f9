package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** The topic {@code deployments}. Each call is made in the transaction of the change. */
@ApplicationScoped
class DeploymentEvents {
    private static final EventTopic TOPIC = new EventTopic("deployments", Role.VIEWER);

    private final EventLog events;

    DeploymentEvents(EventLog events) {
        this.events = events;
    }

    @Produces
    @Singleton
    static EventTopic topic() {
        return TOPIC;
    }

    Uni<Void> queued(Deployment row) {
        return events.append(
                TOPIC,
                row.tenantId,
                "deployment.queued",
                Map.of("deploymentId", row.id.toString(), "kind", row.kind, "status", row.status));
    }
}
