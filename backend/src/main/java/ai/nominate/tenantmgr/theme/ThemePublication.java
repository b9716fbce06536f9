package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the files of a theme as soon as it has changed, whichever manager changed it: by the manager that holds the lease of
 * the tenant's server. After a time without such a manager it continues where the last one ended.
 */
@ApplicationScoped
class ThemePublication implements ServerDuty {
    private static final String WITH_THEMES = """
            select distinct theme.tenant_id from tenant_theme theme join tenant on tenant.id = theme.tenant_id
            where tenant.server_id = :server""";

    private final TenantRegistry tenants;
    private final ThemeFiles files;
    private final EventConsumers consumers;
    private final OwnServer server;
    private Cancellable following = () -> {};

    ThemePublication(TenantRegistry tenants, ThemeFiles files, EventConsumers consumers, OwnServer server) {
        this.tenants = tenants;
        this.files = files;
        this.consumers = consumers;
        this.server = server;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public void begin(Permit permit) {
        following = consumers.follow(new Changes(permit));
    }

    @Override
    public void end() {
        following.cancel();
    }

    private void publish(UUID id, Permit permit) {
        find(id).filter(tenant -> tenant.server() == server.id()).ifPresent(tenant -> files.publish(tenant, permit));
    }

    /** Empty if the tenant was deleted since. */
    private Optional<TenantSnapshot> find(UUID id) {
        try {
            return Optional.of(Reactive.transaction(() -> tenants.get(id.toString(), Actor.MANAGER)));
        } catch (ProblemException e) {
            if (e.problem() == TenantProblem.UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Uni<List<UUID>> withThemes() {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(WITH_THEMES, UUID.class)
                        .setParameter("server", server.id())
                        .getResultList());
    }

    /** Not a bean: it is followed only while this manager holds the lease. */
    private final class Changes implements EventConsumer {
        private final Permit permit;

        Changes(Permit permit) {
            this.permit = permit;
        }

        @Override
        public EventTopic topic() {
            return ThemeEvents.TOPIC;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("theme.files/server-" + server.id());
        }

        @Override
        public void handle(StoredEvent event) {
            publish(event.tenantId(), permit);
        }

        @Override
        public void missed() {
            Reactive.transaction(ThemePublication.this::withThemes).forEach(id -> publish(id, permit));
        }
    }
}
