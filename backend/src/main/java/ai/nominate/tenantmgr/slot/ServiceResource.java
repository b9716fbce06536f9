package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/services")
@Tag(name = "Services", description = "Running services of a tenant")
class ServiceResource {
    private final TenantRegistry tenants;
    private final ServiceStatuses services;
    private final SlotManifests manifests;
    private final Vertx vertx;
    private final Caller caller;

    ServiceResource(
            TenantRegistry tenants, ServiceStatuses services, SlotManifests manifests, Vertx vertx, Caller caller) {
        this.tenants = tenants;
        this.services = services;
        this.manifests = manifests;
        this.vertx = vertx;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listServices", summary = "List a tenant's services: state, memory, restarts")
    public Uni<PageView<ServiceView>> list(String id) {
        return Panache.withSession(() -> tenants.get(id, caller.actor()))
                .flatMap(tenant -> vertx.executeBlocking(() -> views(services.of(tenant), tenant), false));
    }

    private PageView<ServiceView> views(List<UnitStatus> statuses, TenantSnapshot tenant) {
        List<ServiceView> views = statuses.stream()
                .map(status -> ServiceView.of(status, tenant, manifests.port(tenant, status.id())))
                .sorted(Comparator.comparing(ServiceView::live).reversed().thenComparing(ServiceView::service))
                .toList();
        return PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size());
    }
}
