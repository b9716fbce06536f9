package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/config")
@Tag(name = "Configuration")
class ConfigResource {
    private final TenantRegistry tenants;
    private final Configs configs;
    private final Caller caller;

    ConfigResource(TenantRegistry tenants, Configs configs, Caller caller) {
        this.tenants = tenants;
        this.configs = configs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @WithSession
    @Operation(operationId = "getConfig", summary = "A tenant's configuration; secrets are told to be set, never told")
    public Uni<ConfigView> get(String id) {
        return tenants.get(id, caller.actor()).flatMap(configs::get);
    }

    @PUT
    @RolesAllowed(Role.OPERATOR_NAME)
    @WithTransaction
    @Operation(
            operationId = "putConfig",
            summary = "Replace a tenant's configuration",
            description = "Takes effect with the next deployment; a secret that is sent back as it was shown stays.")
    public Uni<ConfigView> put(String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, ConfigChange change) {
        Actor actor = caller.actor();
        IfMatch known = IfMatch.of(ifMatch);
        ConfigChange wanted = Body.required(change);
        return tenants.get(id, actor).flatMap(tenant -> configs.change(tenant, wanted, known, actor));
    }
}
