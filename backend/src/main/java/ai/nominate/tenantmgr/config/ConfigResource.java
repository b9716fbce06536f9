package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.IfMatch;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}/config")
@Tag(name = "Configuration", description = "Configuration of a tenant")
class ConfigResource {
    private final TenantRegistry tenants;
    private final Configs configs;
    private final ConfigVersions versions;
    private final Caller caller;

    ConfigResource(TenantRegistry tenants, Configs configs, ConfigVersions versions, Caller caller) {
        this.tenants = tenants;
        this.configs = configs;
        this.versions = versions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(operationId = "getConfig", summary = "Get a tenant's configuration; secret values are masked")
    public Uni<ConfigView> get(String id) {
        return tenants.get(id, caller.actor()).flatMap(configs::get);
    }

    @PUT
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putConfig",
            summary = "Replace a tenant's configuration",
            description = "Takes effect at the next restart or deployment. A masked secret that is sent back "
                    + "unchanged is kept, and so are values generated for the core application.")
    public Uni<ConfigView> put(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ConfigChange change) {
        Actor actor = caller.actor();
        IfMatch known = IfMatch.of(ifMatch);
        ConfigChange wanted = Body.required(change);
        return Panache.withTransaction(
                () -> tenants.get(id, actor).flatMap(tenant -> configs.change(tenant, wanted, known, actor)));
    }

    @GET
    @Path("/versions")
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(
            operationId = "listConfigVersions",
            summary = "List the versions of a tenant's configuration, newest first")
    public Uni<PageView<ConfigVersion>> versions(String id, @RestQuery String page, @RestQuery String size) {
        PageRequest request = PageRequest.of(page, size);
        return tenants.get(id, caller.actor()).flatMap(tenant -> versions.list(tenant, request));
    }

    @POST
    @Path("/versions/{version}/restore")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "restoreConfigVersion",
            summary = "Restore an earlier version of a tenant's configuration",
            description = "Creates a new version with its values, secrets included; values that were generated for the "
                    + "core application since are kept. Takes effect at the next restart or deployment.")
    @APIResponse(
            responseCode = "200",
            description = "The configuration",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConfigView.class)))
    public Uni<ConfigView> restore(
            String id, @Parameter(description = "The version, from 1", example = "3") @RestPath String version) {
        Actor actor = caller.actor();
        return Panache.withTransaction(() -> tenants.get(id, actor)
                .flatMap(tenant -> configs.restore(tenant, ConfigVersions.number(version), actor)));
    }

    @GET
    @Path("/diff")
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(
            operationId = "diffConfig",
            summary = "Compare two versions of a tenant's configuration",
            description = "Without versions: the changes that a restart would apply.")
    public Uni<ConfigDiff> diff(
            String id,
            @Parameter(description = "A version; the one that runs when absent") @RestQuery String from,
            @Parameter(description = "A version; default: the newest") @RestQuery String to) {
        return tenants.get(id, caller.actor()).flatMap(tenant -> versions.diff(tenant, from, to));
    }
}
