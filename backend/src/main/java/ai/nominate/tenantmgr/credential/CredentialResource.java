package ai.nominate.tenantmgr.credential;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/credentials")
@DescribesId("Name of the credential")
@Tag(name = "Credentials", description = "Deploy keys and access tokens for private git repositories")
class CredentialResource {
    private final Credentials credentials;
    private final Caller caller;

    CredentialResource(Credentials credentials, Caller caller) {
        this.credentials = credentials;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "listCredentials", summary = "List the stored credentials by name, without their secrets")
    public Uni<PageView<CredentialView>> list(@RestQuery String page, @RestQuery String size) {
        return credentials.list(PageRequest.of(page, size));
    }

    @POST
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "createCredential",
            summary = "Store a credential for private git repositories",
            description = "The product makes the key pair of a deploy key and answers its public half, which the git "
                    + "server has to know. A secret is stored encrypted and never returned.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CredentialView.class)))
    @APIResponse(responseCode = "409", description = "credential.name-taken: Another credential has this name")
    public Uni<RestResponse<CredentialView>> create(NewCredential credential) {
        return credentials
                .create(Body.required(credential), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<CredentialView>created(
                                URI.create("/api/credentials/" + made.name()))
                        .entity(made)
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "deleteCredential", summary = "Remove a stored credential")
    @APIResponse(responseCode = "204", description = "Credential removed")
    @APIResponse(responseCode = "409", description = "credential.in-use: The source of a tenant names it")
    public Uni<Void> delete(String id) {
        return credentials.delete(id, caller.actor());
    }

    @DELETE
    @Path("/{id}/host-keys")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "forgetHostKeys",
            summary = "Forget the stored host keys of the git server",
            description = "After the server has got a new host key: the next connection stores the new one.")
    @APIResponse(
            responseCode = "200",
            description = "The credential without host keys",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CredentialView.class)))
    public Uni<CredentialView> forgetHostKeys(String id) {
        return credentials.forgetHostKeys(id, caller.actor());
    }
}
