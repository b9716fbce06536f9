package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.event.EventLog;
import ai.nominate.tenantmgr.event.EventTopic;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins and ends the maintenance of tenants: rows and events. {@link MaintenancePages} makes visitors see it. */
@ApplicationScoped
public class MaintenanceModes {
    static final EventTopic TENANTS = new EventTopic("tenants", Role.VIEWER);
    static final String CHANGED = "tenant.maintenance";

    private final TenantRegistry tenants;
    private final EventLog events;
    private final Audit audit;
    private final Clock clock;

    MaintenanceModes(TenantRegistry tenants, EventLog events, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The maintenance of a tenant; null if there is none. Runs in the caller's session. */
    public Uni<MaintenanceView> of(UUID tenant) {
        return MaintenanceRow.<MaintenanceRow>findById(tenant).map(MaintenanceView::of);
    }

    /** @throws ProblemException {@link TenantProblem#WRONG_STATE} while the tenant is being deleted */
    Uni<MaintenanceView> begin(String tenant, MaintenanceRequest request, Actor actor) {
        MaintenanceRequest.Wanted wanted = request.checked(clock.instant());
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .invoke(MaintenanceModes::requireThere)
                .flatMap(found -> MaintenanceRow.<MaintenanceRow>findById(found.id())
                        .flatMap(row -> row == null
                                ? put(found, row(found, actor), Map.of(), wanted, actor)
                                : put(found, row, state(row), wanted, actor))));
    }

    private static void requireThere(TenantSnapshot tenant) {
        if (tenant.status() == TenantStatus.DELETING) {
            throw new ProblemException(TenantProblem.WRONG_STATE, "The tenant is being deleted");
        }
    }

    private Uni<MaintenanceView> put(
            TenantSnapshot tenant,
            MaintenanceRow row,
            Map<String, Object> before,
            MaintenanceRequest.Wanted wanted,
            Actor actor) {
        row.message = wanted.message();
        row.end = wanted.until();
        return row.persistAndFlush()
                .chain(() -> events.append(TENANTS, tenant.id(), CHANGED, Map.of("maintenance", true)))
                .chain(() -> audit.record(
                        actor,
                        Change.updated("tenant.maintenance", tenant.slug().value(), tenant.id(), before, state(row))))
                .replaceWith(() -> MaintenanceView.of(row));
    }

    /** Ends it; does nothing if there is none. */
    Uni<Void> end(String tenant, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .flatMap(found -> MaintenanceRow.<MaintenanceRow>findById(found.id())
                        .flatMap(row -> row == null ? Uni.createFrom().voidItem() : remove(found, row, actor))));
    }

    private Uni<Void> remove(TenantSnapshot tenant, MaintenanceRow row, Actor actor) {
        return row.delete()
                .chain(() -> events.append(TENANTS, tenant.id(), CHANGED, Map.of("maintenance", false)))
                .chain(() -> audit.record(
                        actor,
                        Change.deleted("tenant.maintenance-end", tenant.slug().value(), tenant.id(), state(row))));
    }

    /** The tenants of a server whose maintenance ends by itself and should have ended. */
    Uni<List<UUID>> over(short server) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("""
                                select m.tenant_id from tenant_maintenance m join tenant t on t.id = m.tenant_id
                                where m.until <= :now and t.server_id = :server""", UUID.class)
                        .setParameter("now", clock.instant())
                        .setParameter("server", server)
                        .getResultList());
    }

    private MaintenanceRow row(TenantSnapshot tenant, Actor actor) {
        MaintenanceRow row = new MaintenanceRow();
        row.tenantId = tenant.id();
        row.since = clock.instant();
        row.startedBy = actor.name();
        return row;
    }

    private static Map<String, Object> state(MaintenanceRow row) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("message", row.message);
        state.put("until", row.end == null ? null : row.end.toString());
        return state;
    }
}
