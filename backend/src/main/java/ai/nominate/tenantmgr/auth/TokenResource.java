package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.request.SignedInCaller;
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

@Path("/api/tokens")
@DescribesId("API token id")
@Tag(name = "API tokens", description = "Credentials for programs, such as CI pipelines")
class TokenResource {
    private final ApiTokens tokens;
    private final SignedInCaller signedIn;
    private final Caller caller;

    TokenResource(ApiTokens tokens, SignedInCaller signedIn, Caller caller) {
        this.tokens = tokens;
        this.signedIn = signedIn;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "listTokens",
            summary = "List your API tokens, newest first; admins get the tokens of all users")
    public Uni<PageView<ApiTokenView>> list(@RestQuery String page, @RestQuery String size) {
        return tokens.list(PageRequest.of(page, size), signedIn.requireUser());
    }

    @POST
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createToken",
            summary = "Create an API token for a program",
            description = "The token is returned once, in this answer. It ends with its creator's account, and when "
                    + "that account's password or role changes. A token cannot create tokens.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiTokenView.class)))
    @APIResponse(
            responseCode = "403",
            description = "token.above-maker: A token cannot have more rights than its creator")
    public Uni<RestResponse<ApiTokenView>> create(NewApiToken token) {
        return tokens.create(Body.required(token), signedIn.requireUser(), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<ApiTokenView>created(URI.create("/api/tokens/" + made.id()))
                        .entity(made)
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(operationId = "deleteToken", summary = "Revoke an API token")
    @APIResponse(responseCode = "204", description = "Token revoked")
    public Uni<Void> delete(String id) {
        return tokens.delete(id, signedIn.requireUser(), caller.actor());
    }
}
