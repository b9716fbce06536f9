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
@DescribesId("The token's id")
@Tag(name = "API tokens", description = "What a pipeline signs in with")
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
    @Operation(operationId = "listTokens", summary = "Your API tokens, for admins everybody's; the newest first")
    public Uni<PageView<ApiTokenView>> list(@RestQuery String page, @RestQuery String size) {
        return tokens.list(PageRequest.of(page, size), signedIn.person());
    }

    @POST
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "createToken",
            summary = "Make an API token for a program",
            description = "It is shown in this answer and never again. It ends with its maker's account, and when that"
                    + " account's password or role changes. A token cannot make tokens.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiTokenView.class)))
    @APIResponse(responseCode = "403", description = "token.above-maker: A token may do no more than who makes it")
    public Uni<RestResponse<ApiTokenView>> create(NewApiToken token) {
        return tokens.create(Body.required(token), signedIn.person(), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<ApiTokenView>created(URI.create("/api/tokens/" + made.id()))
                        .entity(made)
                        .build());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(operationId = "deleteToken", summary = "Revoke an API token")
    @APIResponse(responseCode = "204", description = "The token is good for nothing")
    public Uni<Void> delete(String id) {
        return tokens.delete(id, signedIn.person(), caller.actor());
    }
}
