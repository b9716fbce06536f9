package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.config.ConfigEvents;
import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the environment of the live slot when a tenant of this server has a new configuration, whichever manager stored it. A
 * manager that takes the server over continues after the last event that was handled for the server.
 */
@ApplicationScoped
class ConfigurationWatch implements ServerDuty {
    private final TenantRegistry tenants;
    private final LiveSlot slot;
    private final OwnServer server;
    private final EventConsumers consumers;
    private Cancellable following = () -> {};

    ConfigurationWatch(TenantRegistry tenants, LiveSlot slot, OwnServer server, EventConsumers consumers) {
        this.tenants = tenants;
        this.slot = slot;
        this.server = server;
        this.consumers = consumers;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        following = consumers.follow(new Changes());
    }

    @Override
    public void end() {
        following.cancel();
    }

    private void refresh(UUID id) {
        try {
            refresh(Reactive.await(() -> Panache.withSession(() -> tenants.get(id))));
        } catch (ProblemException deleted) {
            // a deleted tenant has no live slot
        }
    }

    private void refresh(TenantSnapshot tenant) {
        if (tenant.server() == server.id()) {
            slot.refresh(tenant.id());
        }
    }

    /** Not a bean: it is followed only while this manager holds the lease. */
    private final class Changes implements EventConsumer {
        @Override
        public EventTopic topic() {
            return ConfigEvents.TOPIC;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("control.configuration/server-" + server.id());
        }

        @Override
        public void handle(StoredEvent event) {
            refresh(event.tenantId());
        }

        /** The services of a stopped tenant get the new environment when they are started. */
        @Override
        public void missed() {
            Reactive.await(() -> Panache.withSession(tenants::serving)).forEach(ConfigurationWatch.this::refresh);
        }
    }
}
