package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.credential.AuthProblem;
import ai.nominate.tenantmgr.auth.credential.CredentialOwner;
import ai.nominate.tenantmgr.auth.request.ClientAddress;
import ai.nominate.tenantmgr.auth.request.SameSite;
import ai.nominate.tenantmgr.auth.request.SessionCookies;
import ai.nominate.tenantmgr.auth.request.SessionCookies.RefreshCookie;
import ai.nominate.tenantmgr.auth.request.SignedInCaller;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.RequestIds;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/auth")
@SecurityScheme(
        securitySchemeName = OpenApiContract.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = OpenApiContract.BEARER,
        description = "For programs: an API token, or the accessToken returned by POST /api/auth/login")
@SecurityScheme(
        securitySchemeName = OpenApiContract.COOKIE,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = SessionCookies.ACCESS,
        description =
                "For browsers; over TLS the name is __Host-tm_access. Changes also need the header X-Requested-With "
                        + "and an Origin of the manager itself")
@Tag(name = "Sign-in", description = "Sign-in and sessions")
class AuthResource {
    private final Sessions sessions;
    private final PasswordChanges passwords;
    private final SignedInCaller signedIn;
    private final ClientAddress address;

    AuthResource(Sessions sessions, PasswordChanges passwords, SignedInCaller signedIn, ClientAddress address) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.address = address;
    }

    @POST
    @Path("/login")
    @PermitAll
    @Operation(
            operationId = "login",
            summary = "Sign in",
            description = "Returns an access token for programs and sets session cookies for browsers.")
    @APIResponse(
            responseCode = "200",
            description = "Signed in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "auth.bad-credentials: Wrong user name or password")
    @APIResponse(responseCode = "429", description = "auth.slow-down: Too many failed sign-in attempts")
    public Uni<RestResponse<SessionView>> login(Login login, @Context RoutingContext context) {
        return sessions.login(login == null ? new Login(null, null) : login, origin(context))
                .map(open -> answer(open, context.request()));
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(operationId = "refresh", summary = "Exchange the refresh cookie for a new session")
    @APIResponse(
            responseCode = "200",
            description = "The session was renewed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "401", description = "auth.session-over: The session has ended; sign in again")
    @APIResponse(
            responseCode = "403",
            description = "auth.cross-site: A browser session can only be used from the manager's own pages")
    public Uni<RestResponse<SessionView>> refresh(@Context HttpServerRequest request) {
        RefreshCookie cookie = cookie(request)
                .orElseThrow(() -> new ProblemException(AuthProblem.SESSION_OVER, "The session could not be renewed"));
        return sessions.refresh(cookie).map(open -> answer(open, request));
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(operationId = "logout", summary = "Sign out")
    @APIResponse(responseCode = "204", description = "The session has ended")
    @APIResponse(
            responseCode = "403",
            description = "auth.cross-site: A browser session can only be used from the manager's own pages")
    public Uni<RestResponse<Void>> logout(@Context HttpServerRequest request) {
        String token = cookie(request).map(RefreshCookie::token).orElse(null);
        return signedIn.ifAny()
                .flatMap(caller -> sessions.logout(
                        token, caller.map(CredentialOwner::session).orElse(null)))
                .replaceWith(() -> RestResponse.ResponseBuilder.<Void>noContent()
                        .cookie(SessionCookies.cleared(request).toArray(NewCookie[]::new))
                        .build());
    }

    @GET
    @Path("/me")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "me", summary = "Get the current user")
    public UserView me() {
        CredentialOwner caller = signedIn.owner();
        return new UserView(caller.user(), caller.name(), caller.role().id());
    }

    @PUT
    @Path("/password")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "changePassword",
            summary = "Change your password",
            description = "Ends all your sessions and API tokens, and returns a new session as sign-in does.")
    @APIResponse(
            responseCode = "200",
            description = "Password changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SessionView.class)))
    @APIResponse(
            responseCode = "403",
            description = "auth.person-needed: API tokens are not allowed to do this; sign in with a password")
    @APIResponse(responseCode = "429", description = "auth.slow-down: Too many failed sign-in attempts")
    public Uni<RestResponse<SessionView>> changePassword(PasswordChange change, @Context RoutingContext context) {
        return passwords
                .change(Body.required(change), signedIn.requireUser(), origin(context))
                .map(open -> answer(open, context.request()));
    }

    private SignInOrigin origin(RoutingContext context) {
        HttpServerRequest request = context.request();
        return new SignInOrigin(address.of(request), RequestIds.of(context), request.getHeader("User-Agent"));
    }

    /** @throws ProblemException {@link AuthProblem#CROSS_SITE} if there is one and the request is not from an own page */
    private static Optional<RefreshCookie> cookie(HttpServerRequest request) {
        Optional<RefreshCookie> cookie = SessionCookies.refreshToken(request);
        if (cookie.isPresent() && !SameSite.isOwnPage(request, Set.of())) {
            throw new ProblemException(
                    AuthProblem.CROSS_SITE, "Send the header X-Requested-With, and no foreign Origin");
        }
        return cookie;
    }

    private static RestResponse<SessionView> answer(OpenedSession open, HttpServerRequest request) {
        List<NewCookie> cookies =
                SessionCookies.opened(open.view().accessToken(), open.refreshToken(), RefreshTokens.LIFETIME, request);
        return RestResponse.ResponseBuilder.ok(open.view())
                .header("Cache-Control", "no-store")
                .cookie(cookies.toArray(NewCookie[]::new))
                .build();
    }
}
