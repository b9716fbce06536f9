package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantQuery;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/tenants")
@Tag(name = "Tenants")
class TenantResource {
    private final Tenants tenants;

    TenantResource(Tenants tenants) {
        this.tenants = tenants;
    }

    @POST
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createTenant",
            summary = "Make a tenant",
            description =
                    "Makes a draft with its ports and configuration; deploy it to bring it live. A password that is made "
                            + "here is shown in this answer and never again.")
    public Uni<RestResponse<TenantView>> create(TenantRequest request, @Context SecurityContext caller) {
        if (request == null) {
            throw new ProblemException(RequestProblem.MALFORMED, "The body is empty");
        }
        Role role = caller.isUserInRole(Role.ADMIN_NAME) ? Role.ADMIN : Role.OPERATOR;
        return tenants.create(request, new Actor(caller.getUserPrincipal().getName(), role))
                .map(tenant -> RestResponse.ResponseBuilder.<TenantView>created(
                                URI.create("/api/tenants/" + tenant.id()))
                        .entity(tenant)
                        .build());
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listTenants", summary = "Tenants, a page at a time")
    public Uni<PageView<TenantItem>> list(
            @RestQuery String page,
            @RestQuery String size,
            @RestQuery String status,
            @RestQuery String health,
            @RestQuery String search,
            @RestQuery String sort) {
        return tenants.list(TenantQuery.of(page, size, status, health, search, sort));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getTenant", summary = "One tenant with all that belongs to it, by id or slug")
    public Uni<TenantView> get(String id) {
        return tenants.get(id);
    }
}
