package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/errors")
@DescribesId("Tenant id or slug")
@Tag(name = "Services", description = "Running services of a tenant")
class TenantErrorResource {
    private final TenantRegistry tenants;
    private final TenantErrors errors;
    private final Vertx vertx;
    private final Caller caller;

    TenantErrorResource(TenantRegistry tenants, TenantErrors errors, Vertx vertx, Caller caller) {
        this.tenants = tenants;
        this.errors = errors;
        this.vertx = vertx;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listTenantErrors",
            summary = "List what went wrong lately in a tenant's services and for its visitors",
            description =
                    "Warnings and errors in the logs of its services, secrets masked, and requests that were answered with "
                            + "500 or above. Answered by the manager of the tenant's server.")
    public Uni<TenantErrorsView> list(String id) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> tenants.get(id, actor))
                .flatMap(tenant -> vertx.executeBlocking(() -> errors.of(tenant), false))
                .map(TenantErrorsView::of);
    }
}
