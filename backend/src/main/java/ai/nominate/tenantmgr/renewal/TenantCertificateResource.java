package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/tenants/{id}/certificate")
@Tag(name = "Certificates")
class TenantCertificateResource {
    private static final String ACCEPTED = "Accepted";
    private static final String BUSY =
            "certificate.renewing: The certificate is being renewed\ncertificate.no-site: The tenant was never deployed, so it has no certificate";

    private final Renewals renewals;
    private final Caller caller;

    TenantCertificateResource(Renewals renewals, Caller caller) {
        this.renewals = renewals;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getTenantCertificate",
            summary =
                    "Get the certificate of a tenant, with its next renewal, its last failure and what name servers say")
    public Uni<TenantCertificateView> get(String id) {
        return renewals.get(id, caller.actor());
    }

    @POST
    @Path("/renew")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "renewTenantCertificate",
            summary = "Get a new certificate now",
            description =
                    "Accepted at once and carried out by a run of kind renewal, beside whatever else goes on. The manager's own pause after "
                            + "failures does not count; a time that the authority asked to wait for does. After a failure the site keeps its certificate.")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedRenewal.class)))
    @APIResponse(
            responseCode = "409",
            description = BUSY + "\ncertificate.own: The certificate was uploaded, so it is not renewed")
    public Uni<AcceptedRenewal> renew(String id) {
        return renewals.renew(id, caller.actor());
    }

    @PUT
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "putTenantCertificate",
            summary = "Upload a certificate of one's own",
            description =
                    "Checked before it is accepted: it must be valid now and for every name of the tenant, its chain in order, and the key its "
                            + "own. A run of kind renewal then serves it without interrupting a request. It is not renewed.")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedRenewal.class)))
    @APIResponse(responseCode = "409", description = BUSY)
    public Uni<AcceptedRenewal> upload(String id, NewOwnCertificate request) {
        return renewals.upload(id, Body.required(request), caller.actor());
    }

    @DELETE
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "deleteTenantCertificate",
            summary = "Go back from an uploaded certificate to automatic ones",
            description = "A run of kind renewal gets one, unless an earlier one is still valid, and serves it.")
    @APIResponse(
            responseCode = "202",
            description = ACCEPTED,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedRenewal.class)))
    @APIResponse(responseCode = "409", description = BUSY + "\ncertificate.automatic: The certificate was not uploaded")
    public Uni<AcceptedRenewal> automatic(String id) {
        return renewals.automatic(id, caller.actor());
    }
}
