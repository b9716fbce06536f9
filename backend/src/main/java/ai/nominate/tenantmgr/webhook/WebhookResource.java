package ai.nominate.tenantmgr.webhook;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/tenants/{id}/webhook")
@Tag(name = "Webhooks")
class WebhookResource {
    private final Webhooks webhooks;
    private final Caller caller;

    WebhookResource(Webhooks webhooks, Caller caller) {
        this.webhooks = webhooks;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getWebhook",
            summary = "Get a tenant's webhook and its last deliveries",
            description = "Without the secret. While it is off, enabled is false.")
    public Uni<WebhookView> get(String id) {
        return webhooks.get(id, caller.actor());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putWebhook",
            summary = "Turn a tenant's webhook on, or change it",
            description = "A secret that is made here is returned once, in this answer; enter it at the forge.")
    public Uni<WebhookView> put(String id, WebhookChange webhook) {
        return webhooks.change(id, Body.required(webhook), caller.actor());
    }

    @DELETE
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deleteWebhook",
            summary = "Turn a tenant's webhook off",
            description = "Deliveries are refused from now on, and a push that waits is not deployed. The last "
                    + "deliveries stay.")
    @APIResponse(responseCode = "204", description = "The webhook is off")
    public Uni<Void> delete(String id) {
        return webhooks.delete(id, caller.actor());
    }
}
