package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantQuery;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/tenants")
@Tag(name = "Tenants")
class TenantResource {
    private final Tenants tenants;
    private final TenantList list;
    private final Caller caller;

    TenantResource(Tenants tenants, TenantList list, Caller caller) {
        this.tenants = tenants;
        this.list = list;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createTenant",
            summary = "Make a tenant",
            description =
                    "Makes a draft with its ports and configuration; deploy it to bring it live. A password that is made "
                            + "here is shown in this answer and never again.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantView.class)))
    @APIResponse(responseCode = "409", description = "tenant.slug-taken: Another tenant has this slug")
    public Uni<RestResponse<TenantView>> create(TenantRequest request) {
        return tenants.create(Body.required(request), caller.actor())
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
            @Parameter(description = "Only those with this status") @RestQuery String status,
            @Parameter(description = "Only those with this health") @RestQuery String health,
            @Parameter(description = "A part of name, slug or domain, in any case") @RestQuery String search,
            @Parameter(description = "A field, with - before it for descending", example = "-createdAt") @RestQuery
                    String sort) {
        return list.page(TenantQuery.of(page, size, status, health, search, sort, caller.actor()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getTenant", summary = "One tenant with all that belongs to it, by id or slug")
    public Uni<TenantView> get(String id) {
        return tenants.get(id, caller.actor());
    }
}
