package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.deployment.AcceptedDeployment;
import ai.nominate.tenantmgr.deployment.Deployments;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantQuery;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.IfMatch;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/tenants")
@DescribesId("Tenant id or slug")
@Tag(name = "Tenants", description = "Manage tenants")
class TenantResource {
    private final Tenants tenants;
    private final TenantList list;
    private final Deployments deployments;
    private final Caller caller;

    TenantResource(Tenants tenants, TenantList list, Deployments deployments, Caller caller) {
        this.tenants = tenants;
        this.list = list;
        this.deployments = deployments;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createTenant",
            summary = "Create a tenant",
            description = "Creates a draft with ports and configuration; deploy it to bring it live. A "
                    + "generated password is returned once, in this answer.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
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
    @Operation(operationId = "listTenants", summary = "List tenants by page")
    public Uni<PageView<TenantItem>> list(
            @RestQuery String page,
            @RestQuery String size,
            @Parameter(description = "Filter by status") @RestQuery String status,
            @Parameter(description = "Only those with this health") @RestQuery String health,
            @Parameter(description = "Only those with this label", example = "region:eu") @RestQuery String label,
            @Parameter(description = "A part of name, slug or domain, in any case") @RestQuery String search,
            @Parameter(
                            description = "name, slug, domain, status, health, attention (failed first) or createdAt, "
                                    + "prefixed with - for descending order",
                            example = "-createdAt")
                    @RestQuery
                    String sort) {
        return list.page(TenantQuery.of(page, size, status, health, label, search, sort, caller.actor()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getTenant",
            summary = "Get a tenant with its configuration, deployments and services, by id or slug")
    public Uni<TenantView> get(String id) {
        return tenants.get(id, caller.actor());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "changeTenant",
            summary = "Change a tenant",
            description =
                    "Replaces name, host names, source, ports, time zone, labels and notes. Host names change by a run of kind domain: a new name is served "
                            + "with its certificate before the old domain redirects to it. Everything else changes immediately.")
    @APIResponse(
            responseCode = "200",
            description = "The changed tenant",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted: a run changes the host names",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "tenant.host-taken: Another tenant has this host name")
    public Uni<RestResponse<Object>> change(
            String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, TenantChangeRequest request) {
        Actor actor = caller.actor();
        return tenants.change(id, Body.required(request), IfMatch.of(ifMatch), actor)
                .flatMap(run -> run.isPresent()
                        ? Uni.createFrom().item(RestResponse.<Object>accepted(run.get()))
                        : tenants.get(id, actor).map(RestResponse::<Object>ok));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deleteTenant",
            summary = "Delete a tenant",
            description = "Accepted immediately and run in the background; its log is kept. Database and files "
                    + "are kept under other names unless their removal is requested; the log names them. "
                    + "After a failure, repeat the request.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "deployment.running: A deployment of this tenant is in progress")
    public Uni<AcceptedDeployment> delete(
            String id,
            @Parameter(description = "Remove storage and public files; true or false, default false") @RestQuery
                    String removeFiles,
            @Parameter(description = "Remove the database; true or false, default false") @RestQuery
                    String removeDatabase,
            @Parameter(
                            description =
                                    "Delete without a backup; true or false, default false: a backup is taken first, "
                                            + "which outlives the tenant, and if that fails nothing is deleted")
                    @RestQuery
                    String skipBackup) {
        Fields fields = new Fields();
        Boolean files = fields.optional("removeFiles", removeFiles, TenantResource::flag);
        Boolean database = fields.optional("removeDatabase", removeDatabase, TenantResource::flag);
        Boolean skip = fields.optional("skipBackup", skipBackup, TenantResource::flag);
        fields.throwIfInvalid();
        return deployments.delete(
                id,
                Boolean.TRUE.equals(files),
                Boolean.TRUE.equals(database),
                Boolean.TRUE.equals(skip),
                caller.actor());
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidValue("must be true or false");
        }
        return text.equals("true");
    }
}
