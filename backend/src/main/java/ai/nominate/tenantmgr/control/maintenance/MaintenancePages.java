package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.event.EventConsumer;
import ai.nominate.tenantmgr.event.EventConsumers;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.event.StoredEvent;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes the pages of this server's tenants follow the rows, whichever manager changed those, and ends what is to end by itself. After
 * a time without a manager it continues where the last one ended.
 */
@ApplicationScoped
class MaintenancePages implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(MaintenancePages.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final String ALL = """
            select m.tenant_id from tenant_maintenance m join tenant t on t.id = m.tenant_id where t.server_id = :server""";

    private final MaintenanceModes modes;
    private final TenantRegistry tenants;
    private final LiveMarkers markers;
    private final EventConsumers consumers;
    private final OwnServer server;
    private Cancellable following = () -> {};
    private ScheduledExecutorService timer;

    MaintenancePages(
            MaintenanceModes modes,
            TenantRegistry tenants,
            LiveMarkers markers,
            EventConsumers consumers,
            OwnServer server) {
        this.modes = modes;
        this.tenants = tenants;
        this.markers = markers;
        this.consumers = consumers;
        this.server = server;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public synchronized void begin(Permit permit) {
        following = consumers.follow(new Changes(permit));
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("maintenance").factory());
        timer.scheduleWithFixedDelay(() -> endOver(permit), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void end() {
        following.cancel();
        if (timer != null) {
            timer.shutdownNow();
        }
    }

    private void endOver(Permit permit) {
        try {
            permit.check();
            List<UUID> over = Reactive.await(() -> Panache.withSession(() -> modes.over(server.id())));
            over.forEach(id -> Reactive.await(() -> modes.end(id.toString(), Actor.MANAGER)));
        } catch (RuntimeException e) {
            LOG.warnf("Maintenance that is over could not be ended: %s", e.getMessage());
        }
    }

    /** Makes the page of a tenant what its row says. A tenant that is being deleted has none. */
    private void show(UUID id, Permit permit) {
        State state = state(id);
        if (state == null || state.tenant.server() != server.id()) {
            return;
        }
        if (state.row == null || state.tenant.status() == TenantStatus.DELETING) {
            markers.open(state.tenant.slug(), permit);
        } else {
            markers.close(state.tenant.slug(), MaintenancePage.of(state.tenant, state.row), permit);
        }
    }

    /** Null if the tenant was deleted since. */
    private State state(UUID id) {
        try {
            return Reactive.transaction(() -> tenants.get(id)
                    .flatMap(tenant ->
                            MaintenanceRow.<MaintenanceRow>findById(id).map(row -> new State(tenant, row))));
        } catch (ProblemException e) {
            if (e.problem() == TenantProblem.UNKNOWN) {
                return null;
            }
            throw e;
        }
    }

    private record State(TenantSnapshot tenant, MaintenanceRow row) {}

    /** Not a bean: it is followed only while this manager holds the lease. */
    private final class Changes implements EventConsumer {
        private final Permit permit;

        Changes(Permit permit) {
            this.permit = permit;
        }

        @Override
        public EventTopic topic() {
            return MaintenanceModes.TENANTS;
        }

        @Override
        public Optional<String> position() {
            return Optional.of("control.maintenance/server-" + server.id());
        }

        /** The name on the page may have changed, too. */
        @Override
        public void handle(StoredEvent event) {
            if (event.type().equals(MaintenanceModes.CHANGED) || event.type().equals("tenant.changed")) {
                show(event.tenantId(), permit);
            }
        }

        @Override
        public void missed() {
            List<UUID> all = Reactive.transaction(() -> Panache.getSession()
                    .flatMap(session -> session.createNativeQuery(ALL, UUID.class)
                            .setParameter("server", server.id())
                            .getResultList()));
            all.forEach(id -> show(id, permit));
        }
    }
}
