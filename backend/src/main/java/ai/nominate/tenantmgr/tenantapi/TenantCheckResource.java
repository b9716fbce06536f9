package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants")
@Tag(name = "Tenants")
class TenantCheckResource {
    private final TenantChecks checks;
    private final Caller caller;

    TenantCheckResource(TenantChecks checks, Caller caller) {
        this.checks = checks;
        this.caller = caller;
    }

    @POST
    @Path("/check")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "checkTenant",
            summary = "Check the fields of a tenant before it is created",
            description =
                    "Says of each given field whether it would be accepted now; nothing is created, reserved or kept. A "
                            + "source is looked at for at most 5 seconds, 10 times a minute: its branches, the name in its manifest, and "
                            + "the variables that need a value.")
    @APIResponse(
            responseCode = "200",
            description = "The answer for each field",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TenantCheckView.class)))
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public Uni<TenantCheckView> check(TenantCheckRequest request) {
        return checks.check(Body.required(request), caller.actor());
    }
}
